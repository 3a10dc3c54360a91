package io.maimen.observation.wire;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.time.TimeScale;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the server answers once its own log has an envelope. Immutable.
 *
 * @param envelopeDigest lower-case hex SHA-256 of the envelope's bytes as received
 * @param outcomes ranges over the envelope's items, ascending, without holes; empty when it carried frames only
 * @param serverTime when the log had it, to the microsecond
 */
public record Receipt(String envelopeDigest, List<Outcome> outcomes, Instant serverTime) {
    /** More than an envelope can hold. */
    private static final int MAX_LAST = 1_000_000;

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public Receipt {
        if (!SHA256.matcher(envelopeDigest).matches()) {
            throw new IllegalArgumentException(
                    "WIRE-005 envelopeDigest must be 64 lower-case hex digits but was " + envelopeDigest);
        }
        serverTime = TimeScale.onScale(requireNonNull(serverTime, "serverTime"));
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

    /** How many items it speaks of: all the envelope's items, or it is no receipt for that envelope. */
    public int itemCount() {
        return outcomes.isEmpty() ? 0 : outcomes.get(outcomes.size() - 1).last() + 1;
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
        if (first < 0 || last < first || last > MAX_LAST) {
            throw new IllegalArgumentException(
                    "WIRE-004 range must ascend from 0 to at most " + MAX_LAST + " but was " + first + ".." + last);
        }
    }
}
