package io.maimen.alerting.ecg;

import java.util.Objects;

/**
 * A stretch of less than full quality, told when it is over.
 *
 * @param from its first sample, in samples of the stream since its beginning, gaps counted
 * @param to the sample after its last
 * @param quality not {@link SignalQuality#FULL}
 * @param reason why, as of its worst second
 */
public record QualityStretch(long from, long to, SignalQuality quality, QualityReason reason) {
    /** Refuses an empty stretch and one without anything to tell. */
    public QualityStretch {
        Objects.requireNonNull(reason, "reason");
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("to must be after from but were " + to + " and " + from);
        }
        if (quality == SignalQuality.FULL) {
            throw new IllegalArgumentException("quality must be RATE_ONLY or UNUSABLE but was FULL");
        }
    }
}
