package io.maimen.alerting.ecg;

/** Hears what an {@link EcgAnalysis} finds, on the thread that gives it samples. */
public interface EcgListener {
    /** A beat, in the order of their R peaks. */
    void beat(Beat beat);

    /** A stretch of less than full quality is over. What is not told is of full quality. */
    void quality(QualityStretch stretch);

    /** A rhythm has begun, or one told before is over. */
    void rhythm(RhythmEpisode episode);
}
