package io.maimen.alerting.review;

/** Whether what raised the alert is still there. Apart from {@link AlertState}: an ended condition still needs a person. */
public enum AlertCondition {
    PRESENT,
    ENDED
}
