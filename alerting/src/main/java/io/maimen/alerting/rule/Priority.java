package io.maimen.alerting.rule;

/** How soon a person must look, most urgent first. The names are the worklist's and the rule pack's. */
public enum Priority {
    /** Critical: life may be in danger now. */
    P1,
    /** Urgent. */
    P2,
    /** For review; reaches an inbox and calls nobody. */
    P3,
    /** Technical: something stands between the device and a judgement; for whoever keeps the device. */
    T;

    /** Whether this must be looked at sooner than {@code other}. */
    public boolean isMoreUrgentThan(Priority other) {
        return compareTo(other) < 0;
    }
}
