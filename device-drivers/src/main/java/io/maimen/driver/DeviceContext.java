package io.maimen.driver;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.device.DeviceId;
import java.time.ZoneId;

/**
 * What a protocol may know of where it runs. Immutable.
 *
 * @param device the device at the other end, as configured
 * @param connection a name for this connection, unique over restarts; identity of last resort (design 5.4)
 * @param place zone of the place, for device clocks that report wall time only
 * @param options the configuration's driver options, such as {@code codes.GLU: mdc:160184}
 */
public record DeviceContext(DeviceId device, String connection, ZoneId place, DriverOptions options) {
    public DeviceContext {
        requireNonNull(device, "device");
        requireNonNull(connection, "connection");
        requireNonNull(place, "place");
        requireNonNull(options, "options");
    }
}
