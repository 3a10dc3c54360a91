package io.maimen.gateway.config;

import static java.util.Objects.requireNonNull;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.driver.DriverOptions;
import io.maimen.gateway.connect.hid.HidAddress;
import io.maimen.gateway.connect.serial.LineSettings;
import io.maimen.observation.device.DeviceId;
import java.nio.file.Path;
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

        /** What the device may believe when it is told "received", where its driver says {@code driver}. */
        default AcknowledgementClass acknowledgement(AcknowledgementClass driver) {
            return driver;
        }
    }

    /** A serial line; {@code port} is a device file. */
    public record Serial(String port, LineSettings line) implements Connection {}

    /** A USB HID device. */
    public record Hid(HidAddress address) implements Connection {
        /** A cuff is on its cable when somebody has put it there. */
        @Override
        public boolean stands() {
            return false;
        }
    }

    /** A device that waits for us at an address. */
    public record TcpCall(String host, int port) implements Connection {}

    /**
     * A device that calls us at an address of ours, which is its alone.
     *
     * @param peer the only address it may call from
     */
    public record TcpListen(String host, int port, Optional<String> peer) implements Connection {}

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

    /**
     * The device posts to our CoAP endpoint.
     *
     * @param path it posts to
     * @param psk with it only over DTLS; without it only in the clear
     */
    public record Coap(String path, Optional<Psk> psk) implements Connection {
        /** CoAP has no connections to stand; silence is what {@code silentAfter} is for. */
        @Override
        public boolean stands() {
            return false;
        }
    }

    /** A pre-shared key for DTLS and the name it goes by. */
    public record Psk(String identity, Secret key) {}

    /**
     * The device exports files into a folder.
     *
     * @param files which names, as a glob
     * @param settle how long a file must not have changed before it counts as complete
     * @param maxBytes the largest file that is read
     */
    public record Folder(Path directory, String files, Duration settle, int maxBytes) implements Connection {}

    /** The device publishes to an external broker; {@code topic} is the filter we subscribe to. */
    public record Broker(String topic) implements Connection {
        /** The broker answers for itself, whatever becomes of us. */
        @Override
        public AcknowledgementClass acknowledgement(AcknowledgementClass driver) {
            return AcknowledgementClass.BY_TRANSPORT;
        }
    }
}
