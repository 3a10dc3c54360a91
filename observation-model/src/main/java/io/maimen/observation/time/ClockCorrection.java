package io.maimen.observation.time;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * What must be added to a device time to get the best known time, and why. A recorded fact, never silent. Immutable.
 *
 * @param offset positive for a device clock that is slow; to the microsecond, at most 10 000 years
 */
public record ClockCorrection(Duration offset, Reason reason) {
    /** What showed that the device clock is wrong. */
    public enum Reason {
        /** The device claims to have measured after we received it. */
        AHEAD_OF_RECEIVE_TIME,
        /** The device's clock was compared with ours in the same connection. */
        COMPARED_IN_SESSION
    }

    private static final Duration MOST = Duration.ofDays(3_652_500);

    public ClockCorrection {
        offset = offset.truncatedTo(ChronoUnit.MICROS);
        requireNonNull(reason, "reason");
        if (offset.abs().compareTo(MOST) > 0) {
            throw new IllegalArgumentException("OBS-015 correction must be at most " + MOST + " but was " + offset);
        }
    }
}
