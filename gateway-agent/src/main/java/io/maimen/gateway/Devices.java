package io.maimen.gateway;

import io.maimen.driver.DeviceDriver;
import io.maimen.gateway.config.DeviceSettings;
import io.maimen.gateway.config.GatewayConfig;
import io.maimen.gateway.config.Secret;
import io.maimen.gateway.connect.BackOff;
import io.maimen.gateway.connect.ConnectionAcceptor;
import io.maimen.gateway.connect.DeviceDialer;
import io.maimen.gateway.connect.Redialer;
import io.maimen.gateway.connect.ble.Bluetooth;
import io.maimen.gateway.connect.ble.BluetoothDevice;
import io.maimen.gateway.connect.broker.BrokerAddress;
import io.maimen.gateway.connect.broker.BrokerDialer;
import io.maimen.gateway.connect.coap.CoapDevice;
import io.maimen.gateway.connect.folder.FolderDialer;
import io.maimen.gateway.connect.folder.WatchedFolder;
import io.maimen.gateway.connect.hid.HidDialer;
import io.maimen.gateway.connect.mqtt.MqttDevice;
import io.maimen.gateway.connect.serial.SerialDialer;
import io.maimen.gateway.connect.tcp.TcpDialer;
import io.maimen.gateway.connect.tcp.TcpListener;
import io.maimen.gateway.desired.Desired;
import io.maimen.gateway.desired.RevocableAcceptor;
import io.maimen.gateway.schedule.SerialExecutor;
import io.maimen.gateway.session.DeviceStation;
import io.maimen.gateway.session.SessionParts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The configured devices: a station each, and the way each is reached. */
final class Devices implements AutoCloseable {
    private static final Duration FIRST_REDIAL = Duration.ofMillis(250);
    private static final Duration LAST_REDIAL = Duration.ofSeconds(10);

    private final List<DeviceStation> stations = new ArrayList<>();
    private final List<Redialer> redialers = new ArrayList<>();
    private final List<MqttDevice> mqtt = new ArrayList<>();
    private final Optional<Bluetooth> bluetooth;
    private final List<CoapDevice> coap = new ArrayList<>();
    private final List<Awaited> awaited = new ArrayList<>();
    private final List<TcpListener> listeners = new ArrayList<>();
    private final List<FolderDialer> folders = new ArrayList<>();
    private final Clock clock;

    /** A device that will call us. */
    private record Awaited(DeviceSettings.TcpListen at, ConnectionAcceptor door) {}

    /** Nothing is opened before {@link #start()}. */
    Devices(
            GatewayConfig config,
            Map<String, DeviceDriver> drivers,
            SessionParts parts,
            Desired desired,
            Executor pool,
            RandomGenerator jitter)
            throws StartException {
        clock = parts.clock();
        List<BluetoothDevice> radios = new ArrayList<>();
        for (DeviceSettings device : config.devices()) {
            DeviceStation station = station(config, drivers, parts, pool, device);
            stations.add(station);
            ConnectionAcceptor door = RevocableAcceptor.of(desired, device.id(), station.driverName(), station, pool);
            if (device.connection() instanceof DeviceSettings.Serial serial) {
                SerialDialer dialer = new SerialDialer(Path.of(serial.port()), serial.line(), parts.clock(), pool);
                redialers.add(redialer(device, dialer, door, parts, jitter, pool));
            } else if (device.connection() instanceof DeviceSettings.Hid plugged) {
                HidDialer dialer = new HidDialer(plugged.address(), parts.clock());
                redialers.add(redialer(device, dialer, door, parts, jitter, pool));
            } else if (device.connection() instanceof DeviceSettings.TcpCall waits) {
                TcpDialer dialer = new TcpDialer(waits.host(), waits.port(), parts.clock());
                redialers.add(redialer(device, dialer, door, parts, jitter, pool));
            } else if (device.connection() instanceof DeviceSettings.TcpListen calls) {
                awaited.add(new Awaited(calls, door));
            } else if (device.connection() instanceof DeviceSettings.Mqtt login) {
                mqtt.add(new MqttDevice(login.username(), login.password().value(), login.topicPrefix(), door));
            } else if (device.connection() instanceof DeviceSettings.Bluetooth radio) {
                radios.add(new BluetoothDevice(device.id().toString(), radio.address(), door));
            } else if (device.connection() instanceof DeviceSettings.Coap posts) {
                coap.add(new CoapDevice(posts.path(), posts.psk().map(Devices::key), door));
            } else if (device.connection() instanceof DeviceSettings.Folder exports) {
                WatchedFolder watched =
                        new WatchedFolder(exports.directory(), exports.files(), exports.settle(), exports.maxBytes());
                FolderDialer dialer = new FolderDialer(watched, parts.clock(), pool);
                folders.add(dialer);
                redialers.add(redialer(device, dialer, door, parts, jitter, pool));
            } else if (device.connection() instanceof DeviceSettings.Broker published) {
                BrokerAddress broker = broker(config.broker().orElseThrow());
                String session = config.gateway().id() + "/" + device.id();
                BrokerDialer dialer = new BrokerDialer(broker, session, published.topic(), parts.clock(), pool);
                redialers.add(redialer(device, dialer, door, parts, jitter, pool));
            }
        }
        bluetooth = radios.isEmpty()
                ? Optional.empty()
                : Optional.of(new Bluetooth(
                        config.bluetooth().bus(),
                        config.bluetooth().adapter(),
                        radios,
                        new BackOff(FIRST_REDIAL, LAST_REDIAL, jitter),
                        parts.scheduler(),
                        pool,
                        parts.clock()));
    }

    private static DeviceStation station(
            GatewayConfig config,
            Map<String, DeviceDriver> drivers,
            SessionParts parts,
            Executor pool,
            DeviceSettings device)
            throws StartException {
        DeviceDriver driver = drivers.get(device.driver());
        try {
            return new DeviceStation(
                    device.id(), driver, device.options(), config.gateway().place(), parts, pool);
        } catch (IllegalArgumentException e) {
            throw new StartException(
                    "CFG-008 options of " + device.id() + " must suit driver " + device.driver() + " but were refused: "
                            + e.getMessage(),
                    e);
        }
    }

    private static Redialer redialer(
            DeviceSettings device,
            DeviceDialer dialer,
            ConnectionAcceptor station,
            SessionParts parts,
            RandomGenerator jitter,
            Executor pool) {
        return new Redialer(
                device.id().toString(),
                dialer,
                station,
                new BackOff(FIRST_REDIAL, LAST_REDIAL, jitter),
                parts.scheduler(),
                new SerialExecutor(pool));
    }

    private static CoapDevice.PreSharedKey key(DeviceSettings.Psk psk) {
        return new CoapDevice.PreSharedKey(psk.identity(), psk.key().value());
    }

    private static BrokerAddress broker(GatewayConfig.BrokerLogin login) {
        return new BrokerAddress(login.url(), login.username(), login.password().map(Secret::value));
    }

    List<DeviceStation> stations() {
        return List.copyOf(stations);
    }

    /** The devices that post to our CoAP endpoint. */
    List<CoapDevice> coap() {
        return List.copyOf(coap);
    }

    /** The devices that come to us. */
    List<MqttDevice> mqtt() {
        return List.copyOf(mqtt);
    }

    /** Why whole kinds of devices, or folders, cannot be reached at present; empty when all can. */
    List<String> troubles() {
        return Stream.concat(
                        bluetooth.flatMap(Bluetooth::trouble).stream(),
                        folders.stream().flatMap(folder -> folder.trouble().stream()))
                .toList();
    }

    /** Listens for the devices that call us and dials those that wait for us. */
    void start() throws StartException {
        for (Awaited device : awaited) {
            try {
                listeners.add(TcpListener.open(
                        device.at().host(), device.at().port(), device.at().peer(), clock, device.door()));
            } catch (IOException e) {
                throw new StartException(e.getMessage(), e);
            }
        }
        redialers.forEach(Redialer::start);
        bluetooth.ifPresent(Bluetooth::start);
    }

    @Override
    public void close() {
        listeners.forEach(TcpListener::close);
        redialers.forEach(Redialer::close);
        bluetooth.ifPresent(Bluetooth::close);
    }
}
