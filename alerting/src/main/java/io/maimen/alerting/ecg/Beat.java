package io.maimen.alerting.ecg;

/**
 * A heart beat.
 *
 * @param sample of the R peak, in samples of the stream since its beginning, gaps counted; 0 or more
 * @param knownAt the sample at whose arrival the beat was known; not before {@code sample}
 * @param rrSeconds since the beat before, above 0; 0 where that is unknown: at the beginning, and after a gap
 * @param beatClass from where it came, as far as its shape and time say
 */
public record Beat(long sample, long knownAt, double rrSeconds, BeatClass beatClass) {
    /** Refuses a beat known before it was, and an interval that cannot be. */
    public Beat {
        if (sample < 0 || knownAt < sample) {
            throw new IllegalArgumentException(
                    "sample must be 0 or more and knownAt not before it but were " + sample + " and " + knownAt);
        }
        if (!(rrSeconds >= 0)) {
            throw new IllegalArgumentException("rrSeconds must be 0 or more but was " + rrSeconds);
        }
    }
}
