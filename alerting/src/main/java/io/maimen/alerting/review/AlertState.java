package io.maimen.alerting.review;

/** How far people are with an alert. The machine never moves it. */
public enum AlertState {
    NEW,
    ACKNOWLEDGED,
    CLOSED
}
