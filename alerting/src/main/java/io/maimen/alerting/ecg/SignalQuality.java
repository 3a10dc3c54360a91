package io.maimen.alerting.ecg;

/** For what a stretch of ECG may be used. After Smital et al. (IEEE Trans Biomed Eng 2020): three levels. */
public enum SignalQuality {
    /** Beats, their classes and the rhythm. */
    FULL,
    /** Whether the heart beats and how fast, to be looked at; single beats may be wrong. */
    RATE_ONLY,
    /** Nothing. */
    UNUSABLE
}
