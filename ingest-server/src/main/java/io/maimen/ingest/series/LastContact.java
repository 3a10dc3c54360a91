package io.maimen.ingest.series;

import io.maimen.observation.device.GatewayId;
import java.time.Instant;

/** When a device's bytes last arrived, and at which gateway. Immutable. */
public record LastContact(GatewayId gateway, Instant at) {
    /** The later of two. */
    public LastContact later(LastContact other) {
        return at.isAfter(other.at) ? this : other;
    }
}
