package io.maimen.alerting.ecg;

/** What a rhythm may be. Each is a possibility for a doctor's review, never a diagnosis. */
public enum Rhythm {
    /** Irregular without pattern, early beats set apart. */
    ATRIAL_FIBRILLATION,
    /** Below 40 beats a minute. */
    BRADYCARDIA,
    /** Above 130 beats a minute for ten seconds. */
    TACHYCARDIA,
    /** More than three seconds without a beat, while the signal can be trusted. */
    PAUSE,
    /** Three or more ventricular beats in a row, as fast as 100 a minute. */
    VENTRICULAR_RUN,
    /** Two ventricular beats in a row. */
    COUPLET,
    /** Every second beat ventricular, for six beats or more. */
    BIGEMINY
}
