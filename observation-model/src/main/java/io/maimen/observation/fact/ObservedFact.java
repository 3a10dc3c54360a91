package io.maimen.observation.fact;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.Observation;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.time.TimeScale;
import java.time.Instant;

/** A measurement was made. The log may hold it twice; readers are idempotent by its id. Immutable. */
public record ObservedFact(Observation observation, GatewayId gateway, Instant admittedAt) implements Fact {
    public ObservedFact {
        requireNonNull(observation, "observation");
        requireNonNull(gateway, "gateway");
        admittedAt = TimeScale.onScale(requireNonNull(admittedAt, "admittedAt"));
    }
}
