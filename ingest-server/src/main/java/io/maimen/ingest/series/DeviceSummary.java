package io.maimen.ingest.series;

import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.GatewayId;
import java.time.Instant;

/**
 * A device that has measured at least once. Immutable.
 *
 * @param gateway the gateway that brought its last reading
 * @param simulated true once any of its readings carried the mark
 * @param lastMeasuredAt the latest time of measurement
 * @param lastReceivedAt the latest time at which a gateway had its bytes
 */
public record DeviceSummary(
        DeviceId id,
        DeviceKind kind,
        GatewayId gateway,
        boolean simulated,
        Instant lastMeasuredAt,
        Instant lastReceivedAt) {}
