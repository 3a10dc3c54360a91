package io.maimen.observation.fact;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.Bytes;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.time.TimeScale;
import java.time.Instant;

/**
 * An item that could not become a measurement, kept so that a person can mend the cause and admit it again. Immutable.
 *
 * @param reason code and sentence for a person, not blank
 */
public record QuarantinedFact(Bytes item, String reason, GatewayId gateway, Instant admittedAt) implements Fact {
    public QuarantinedFact {
        requireNonNull(item, "item");
        requireNonNull(gateway, "gateway");
        admittedAt = TimeScale.onScale(requireNonNull(admittedAt, "admittedAt"));
        if (reason.isBlank()) {
            throw new IllegalArgumentException("OBS-040 reason must not be blank");
        }
    }
}
