package io.maimen.alerting.ecg;

/** What a short recording says about atrial fibrillation. */
public enum FibrillationFinding {
    /** Possible, for review. */
    POSSIBLE,
    NOT_FOUND,
    /** The signal is too bad, too short, or the signs contradict each other. */
    UNDECIDED
}
