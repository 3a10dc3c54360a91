package io.maimen.alerting.ecg;

/** Why a stretch of ECG is not of full quality. */
public enum QualityReason {
    /** The signal is restless between beats, or the beats do not resemble those before. */
    NOISE,
    /** One value stands still near what was usual: a heart that stands still, or an electrode that lost the skin. */
    FLAT,
    /** One value stands still far from what was usual: the amplifier is at its end. */
    SATURATED
}
