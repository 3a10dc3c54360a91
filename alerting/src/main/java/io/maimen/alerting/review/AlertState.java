package io.maimen.alerting.review;

/** How far people are with an alert, in this order; none is left out. The machine never moves it. */
public enum AlertState {
    NEW,
    ACKNOWLEDGED,
    FIRST_REVIEWED,
    /** Two people have looked, and it may be closed. */
    SECOND_REVIEWED,
    CLOSED
}
