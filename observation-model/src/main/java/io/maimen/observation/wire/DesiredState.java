package io.maimen.observation.wire;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.device.GatewayId;
import io.maimen.observation.time.TimeScale;
import java.time.Instant;

/**
 * What one gateway is to work by; a whole, never a difference to what was before. Immutable.
 *
 * @param version from 1, higher with each change: a gateway never goes back to a lower one
 */
public record DesiredState(GatewayId gateway, int version, Instant issuedAt, DesiredContent content) {
    public DesiredState {
        requireNonNull(gateway, "gateway");
        if (version < 1) {
            throw new IllegalArgumentException("WIRE-008 version must be 1 or more but was " + version);
        }
        issuedAt = TimeScale.onScale(requireNonNull(issuedAt, "issuedAt"));
        requireNonNull(content, "content");
    }
}
