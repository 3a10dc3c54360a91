package io.maimen.observation.time;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** What must be added to a device time to get the best known time, and why. A recorded fact, never silent. Immutable. */
public record ClockCorrection(Duration offset, Reason reason) {
    /** What showed that the device clock is wrong. */
    public enum Reason {
        /** The device claims to have measured after we received it. */
        AHEAD_OF_RECEIVE_TIME,
        /** The device's clock was compared with ours in the same connection. */
        COMPARED_IN_SESSION
    }

    public ClockCorrection {
        requireNonNull(offset, "offset");
        requireNonNull(reason, "reason");
    }
}
