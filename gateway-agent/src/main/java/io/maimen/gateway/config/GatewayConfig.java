package io.maimen.gateway.config;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.device.GatewayId;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Everything a gateway is told; docs/gateway.md says what each setting means. Immutable.
 *
 * @param mqtt where devices that speak MQTT find us; empty when no device does
 * @param bluetooth where BlueZ is found, should a device need it
 * @param coap where devices that speak CoAP find us; empty when no device does
 * @param broker where devices publish that do not come to us; empty when none does
 */
public record GatewayConfig(
        Site gateway,
        Server server,
        Optional<Endpoint> mqtt,
        BluetoothAccess bluetooth,
        Optional<CoapEndpoint> coap,
        Optional<BrokerLogin> broker,
        OutboxLimits outbox,
        List<DeviceSettings> devices) {
    public GatewayConfig {
        requireNonNull(gateway, "gateway");
        requireNonNull(server, "server");
        requireNonNull(mqtt, "mqtt");
        requireNonNull(bluetooth, "bluetooth");
        requireNonNull(coap, "coap");
        requireNonNull(broker, "broker");
        requireNonNull(outbox, "outbox");
        devices = List.copyOf(devices);
    }

    /** Who and where the gateway is. {@code place} is the zone of devices that report wall time only. */
    public record Site(GatewayId id, ZoneId place, Path directory, Endpoint status) {
        public Site {
            requireNonNull(id, "id");
            requireNonNull(place, "place");
            requireNonNull(directory, "directory");
            requireNonNull(status, "status");
        }
    }

    /** The server's MQTT address, and its HTTPS address, where certificates are asked for. */
    public record Server(URI url, URI enrolment) {
        public Server {
            requireNonNull(url, "url");
            requireNonNull(enrolment, "enrolment");
        }
    }

    /** An address to listen on; port 0 lets the system choose. */
    public record Endpoint(String host, int port) {
        public Endpoint {
            requireNonNull(host, "host");
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("CFG-005 port must be 0 to 65535 but was " + port);
            }
        }
    }

    /** The D-Bus that BlueZ is on, and the adapter to use. */
    public record BluetoothAccess(String bus, String adapter) {
        public static final BluetoothAccess STANDARD =
                new BluetoothAccess("unix:path=/run/dbus/system_bus_socket", "hci0");

        public BluetoothAccess {
            requireNonNull(bus, "bus");
            requireNonNull(adapter, "adapter");
        }
    }

    /** Two ports of one host: in the clear, and over DTLS where a device has a key. */
    public record CoapEndpoint(Endpoint clear, Optional<Endpoint> secure) {
        public CoapEndpoint {
            requireNonNull(clear, "clear");
            requireNonNull(secure, "secure");
        }
    }

    /** An external MQTT broker and how we make ourselves known there. */
    public record BrokerLogin(URI url, Optional<String> username, Optional<Secret> password) {
        public BrokerLogin {
            requireNonNull(url, "url");
            requireNonNull(username, "username");
            requireNonNull(password, "password");
        }
    }

    /** How much may wait for the server: {@code quotaBytes} over all lanes, in files of {@code segmentBytes}. */
    public record OutboxLimits(long segmentBytes, long quotaBytes) {
        public static final OutboxLimits STANDARD = new OutboxLimits(16L << 20, 2L << 30);

        public OutboxLimits {
            if (segmentBytes < 1 || quotaBytes < 1) {
                throw new IllegalArgumentException("CFG-005 segmentBytes and quotaBytes must be above 0 but was "
                        + segmentBytes + ", " + quotaBytes);
            }
        }
    }
}
