package io.maimen.driver.trace;

import static java.util.Objects.requireNonNull;

import io.maimen.driver.DeviceContext;
import io.maimen.driver.DriverOptions;
import io.maimen.observation.device.DeviceId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/**
 * How a trace's connection was opened. Immutable.
 *
 * @param driver its name
 * @param begin when the connection stood
 * @param device at the other end
 * @param connection its name then
 * @param place zone of the device's clock
 * @param options the driver's, by name
 * @param note for people: what was done, what went wrong; may be empty
 */
public record TraceHeader(
        String driver,
        Instant begin,
        DeviceId device,
        String connection,
        ZoneId place,
        Map<String, String> options,
        String note)
        implements TraceLine {
    public TraceHeader {
        requireNonNull(driver, "driver");
        requireNonNull(begin, "begin");
        requireNonNull(device, "device");
        requireNonNull(connection, "connection");
        requireNonNull(place, "place");
        options = Map.copyOf(options);
        requireNonNull(note, "note");
    }

    /** What a driver is opened with on a connection of this name. */
    public DeviceContext context(String connectionName) {
        return new DeviceContext(device, connectionName, place, new DriverOptions(options));
    }
}
