package io.maimen.gateway.config;

import static java.util.Objects.requireNonNull;

import io.maimen.driver.DriverOptions;
import io.maimen.observation.device.DeviceId;
import java.time.Duration;
import java.util.Optional;

/**
 * One device of the place. Immutable.
 *
 * @param driver the name of a driver on the class path
 * @param silentAfter how long the device may say nothing before the status asks why; empty for a device that may
 */
public record DeviceSettings(
        DeviceId id, String driver, Connection connection, DriverOptions options, Optional<Duration> silentAfter) {
    public DeviceSettings {
        requireNonNull(id, "id");
        requireNonNull(driver, "driver");
        requireNonNull(connection, "connection");
        requireNonNull(options, "options");
        requireNonNull(silentAfter, "silentAfter");
    }

    /** How the device is reached. */
    public sealed interface Connection {
        /** Whether the connection stands all the time; a device that comes and goes is not missed when it is gone. */
        default boolean stands() {
            return true;
        }
    }

    /** A serial line, 8 data bits, no parity, 1 stop bit; {@code port} is a device file. */
    public record Serial(String port, int baud) implements Connection {}

    /**
     * The device connects to our MQTT endpoint with these credentials.
     *
     * @param topicPrefix what every topic it publishes to begins with
     */
    public record Mqtt(String username, Secret password, String topicPrefix) implements Connection {}

    /** A Bluetooth LE device that advertises when it has something to send; {@code AA:BB:CC:DD:EE:FF}. */
    public record Bluetooth(String address) implements Connection {
        @Override
        public boolean stands() {
            return false;
        }
    }
}
