package io.maimen.observation.time;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** When a gateway had a frame's last byte, by the gateway's clock. Immutable. */
public record ReceiveTime(Instant instant) {
    public ReceiveTime {
        requireNonNull(instant, "instant");
    }
}
