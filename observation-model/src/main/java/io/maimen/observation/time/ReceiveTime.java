package io.maimen.observation.time;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** When a gateway had a frame's last byte, by the gateway's clock, to the microsecond ({@link TimeScale}). Immutable. */
public record ReceiveTime(Instant instant) {
    public ReceiveTime {
        instant = TimeScale.onScale(requireNonNull(instant, "instant"));
    }
}
