package io.maimen.gateway.quarantine;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.Bytes;
import io.maimen.observation.device.DeviceId;
import java.time.Instant;

/**
 * Bytes a driver could not read. Immutable.
 *
 * @param code of the driver's refusal
 * @param offset of the byte that was wrong, within {@code bytes}
 * @param reason what must hold but did not
 */
public record QuarantinedFrame(
        DeviceId device, Instant receivedAt, String code, int offset, String reason, Bytes bytes) {
    public QuarantinedFrame {
        requireNonNull(device, "device");
        requireNonNull(receivedAt, "receivedAt");
        requireNonNull(code, "code");
        requireNonNull(reason, "reason");
        requireNonNull(bytes, "bytes");
    }
}
