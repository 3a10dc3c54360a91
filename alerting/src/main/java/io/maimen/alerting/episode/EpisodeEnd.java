package io.maimen.alerting.episode;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** When, in event time, a condition was over, and how that is known. Immutable. */
public record EpisodeEnd(Instant at, Reason reason) {
    /** How a condition ends. */
    public enum Reason {
        /** A reading was beyond the clear limit. */
        CLEARED,
        /** The repeat that a single measurement had asked for was beyond the clear limit. */
        NOT_CONFIRMED,
        /** A more severe rule of the family speaks from here on. */
        SUPERSEDED,
        /** What proved it turned out to be another subject's. */
        REASSIGNED
    }

    public EpisodeEnd {
        requireNonNull(at, "at");
        requireNonNull(reason, "reason");
    }
}
