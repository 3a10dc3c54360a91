package io.maimen.alerting.review;

/** What a reviewer thinks of an alert. */
public enum Opinion {
    /** It is what it looks like. */
    CONFIRMED,
    /** It is not: an artefact, a mistake, or of no consequence for this patient. */
    NOT_CONFIRMED,
    /** The patient must be seen elsewhere. */
    REFER,
    /** Nothing can be said until it is measured again. */
    MEASURE_AGAIN
}
