package io.maimen.driver;

import io.maimen.observation.Bytes;
import io.maimen.observation.ObservationId;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.time.DeviceTime;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A measurement's content without its transport dressing (design 5.4): the same for every copy of one measurement,
 * different for two measurements. Immutable.
 */
public record MeasurementKey(Bytes content) {
    /** A key of these parts, in this order; lengths are kept so that parts cannot flow into one another. */
    public static MeasurementKey of(String... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String part : parts) {
            byte[] text = part.getBytes(StandardCharsets.UTF_8);
            out.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
            out.writeBytes(text);
        }
        return new MeasurementKey(Bytes.of(out.toByteArray()));
    }

    /** The identity this key gives. */
    public ObservationId identify(DeviceId device, ObservationCode type, Optional<DeviceTime> deviceTime) {
        return ObservationId.derive(device, type, deviceTime, content);
    }
}
