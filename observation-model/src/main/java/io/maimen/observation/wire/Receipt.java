package io.maimen.observation.wire;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * What the server answers once its own log has an envelope. Immutable.
 *
 * @param envelopeDigest lower-case hex SHA-256 of the envelope's bytes as received
 * @param outcomes ranges over the envelope's items, ascending, without holes; empty when it carried frames only
 * @param serverTime when the log had it
 */
public record Receipt(String envelopeDigest, List<Outcome> outcomes, Instant serverTime) {
    public Receipt {
        requireNonNull(envelopeDigest, "envelopeDigest");
        requireNonNull(serverTime, "serverTime");
        outcomes = List.copyOf(outcomes);
        int next = 0;
        for (Outcome outcome : outcomes) {
            if (outcome.first() != next) {
                throw new IllegalArgumentException(
                        "WIRE-003 outcomes must continue at " + next + " but was " + outcome);
            }
            next = outcome.last() + 1;
        }
    }

    /** What became of the items {@code first} to {@code last}, both included. */
    public sealed interface Outcome {
        int first();

        int last();
    }

    /** Durable in the server's log (perhaps since earlier). */
    public record Stored(int first, int last) implements Outcome {
        public Stored {
            requireRange(first, last);
        }
    }

    /** Durable in the server's quarantine, with a reason that a person can read. */
    public record Quarantined(int first, int last, String reason) implements Outcome {
        public Quarantined {
            requireRange(first, last);
            requireNonNull(reason, "reason");
        }
    }

    private static void requireRange(int first, int last) {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("WIRE-004 range must ascend from 0 but was " + first + ".." + last);
        }
    }
}
