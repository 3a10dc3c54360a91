package io.maimen.alerting.ecg;

import java.util.OptionalLong;

/**
 * A stretch of a rhythm. Told when it begins, and once more, with the same {@code rhythm} and {@code from}, when it is over.
 *
 * @param rhythm what it may be
 * @param from the sample of its first beat, or of the beat before a pause; of the stream since its beginning, gaps counted
 * @param to the sample of its last beat, not before {@code from}; empty while it goes on
 * @param knownAt the sample at whose arrival this was known; not before {@code from} and {@code to}
 */
public record RhythmEpisode(Rhythm rhythm, long from, OptionalLong to, long knownAt) {
    /** Refuses an episode that ends before it begins or is known before it is. */
    public RhythmEpisode {
        if (from < 0 || to.orElse(from) < from || knownAt < to.orElse(from)) {
            throw new IllegalArgumentException("from, to and knownAt must not be before 0 and each other but were "
                    + from + ", " + to + ", " + knownAt);
        }
    }
}
