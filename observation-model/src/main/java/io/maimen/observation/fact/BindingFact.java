package io.maimen.observation.fact;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.device.GatewayId;
import io.maimen.observation.patient.Binding;
import io.maimen.observation.time.TimeScale;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody said who is measured. The same binding told again (with an end) takes the place of what was told before; of two
 * tellings the one admitted last counts. Immutable.
 *
 * @param gateway where it was said; empty when it was said at the server
 */
public record BindingFact(Binding binding, Optional<GatewayId> gateway, Instant admittedAt) implements Fact {
    public BindingFact {
        requireNonNull(binding, "binding");
        requireNonNull(gateway, "gateway");
        admittedAt = TimeScale.onScale(requireNonNull(admittedAt, "admittedAt"));
    }
}
