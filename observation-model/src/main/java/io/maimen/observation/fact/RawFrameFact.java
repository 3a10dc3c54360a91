package io.maimen.observation.fact;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.RawFrame;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.time.TimeScale;
import java.time.Instant;

/** The bytes behind measurements; content-addressed, so storing one twice is storing it once. Immutable. */
public record RawFrameFact(RawFrame frame, GatewayId gateway, Instant admittedAt) implements Fact {
    public RawFrameFact {
        requireNonNull(frame, "frame");
        requireNonNull(gateway, "gateway");
        admittedAt = TimeScale.onScale(requireNonNull(admittedAt, "admittedAt"));
    }
}
