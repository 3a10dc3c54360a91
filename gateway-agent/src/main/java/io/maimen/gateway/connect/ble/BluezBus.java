package io.maimen.gateway.connect.ble;

import io.maimen.observation.Bytes;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bluez.Adapter1;
import org.bluez.Device1;
import org.bluez.GattCharacteristic1;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus.NameOwnerChanged;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.ObjectManager;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to a D-Bus with BlueZ on it, and the only class that calls the libraries: their nulls and exceptions end
 * here, as reasons. Signals come one at a time, in order. Thread-safe.
 */
final class BluezBus implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BluezBus.class);
    private static final String BLUEZ = "org.bluez";
    private static final int CALL_THREADS = 1;

    private final DBusConnection connection;
    private final Ear ear;
    private final Loss loss;

    /** Hears what BlueZ says. Must not call BlueZ: the answer comes on another thread, but the next signal waits. */
    interface Ear {
        /** An object, or more interfaces of one. */
        void added(String path, Map<String, BluezProperties> interfaces);

        /** Properties of an object. */
        void changed(String path, String type, BluezProperties newer);

        /** Interfaces of an object are gone. */
        void removed(String path, List<String> types);

        /** The bus or BlueZ is gone; comes once, last. */
        void lost(String reason);
    }

    /** What {@link #open} gives. */
    sealed interface Opened {
        record Bus(BluezBus bus) implements Opened {}

        record Failed(String reason) implements Opened {}
    }

    /** What {@link #read} gives. */
    sealed interface Read {
        record Value(Bytes bytes) implements Read {}

        record Failed(String reason) implements Read {}
    }

    /** Tells once that the bus is gone, whoever notices first. */
    private static final class Loss implements IDisconnectCallback {
        private final Ear ear;
        private final AtomicBoolean told = new AtomicBoolean();

        Loss(Ear ear) {
            this.ear = ear;
        }

        void tell(String reason) {
            if (told.compareAndSet(false, true)) {
                ear.lost(reason);
            }
        }

        void silence() {
            told.set(true);
        }

        @Override
        public void disconnectOnError(IOException e) {
            tell("the D-Bus connection broke (" + e.getMessage() + ")");
        }

        @Override
        public void requestedDisconnect(Integer id) {
            tell("the D-Bus connection ended");
        }
    }

    private BluezBus(DBusConnection connection, Ear ear, Loss loss) {
        this.connection = connection;
        this.ear = ear;
        this.loss = loss;
    }

    /** Connects to the bus at a D-Bus address and listens to BlueZ, if it is there. */
    static Opened open(String address, Ear ear) {
        Loss loss = new Loss(ear);
        DBusConnection connection;
        try {
            connection = DBusConnectionBuilder.forAddress(address)
                    .withShared(false)
                    .receivingThreadConfig()
                    // One thread: indications keep their order.
                    .withSignalThreadCount(1)
                    .withMethodCallThreadCount(CALL_THREADS)
                    .connectionConfig()
                    .withDisconnectCallback(loss)
                    .build();
        } catch (DBusException | DBusExecutionException | IllegalArgumentException e) {
            return new Opened.Failed("no D-Bus at " + address + " (" + reason(e) + ")");
        }
        BluezBus bus = new BluezBus(connection, ear, loss);
        Optional<String> failure = bus.listen();
        failure.ifPresent(why -> bus.close());
        return failure.<Opened>map(Opened.Failed::new).orElseGet(() -> new Opened.Bus(bus));
    }

    private Optional<String> listen() {
        return attempt(() -> {
            String owner = connection.getDBusOwnerName(BLUEZ);
            if (owner == null || owner.isEmpty()) {
                throw new DBusException("BlueZ is not on the bus; is bluetoothd running?");
            }
            connection.addSigHandler(NameOwnerChanged.class, signal -> {
                if (signal.name.equals(BLUEZ)) {
                    loss.tell("BlueZ left the bus");
                }
            });
            // The library calls the object that came or went the signal's source, and the manager's own path the
            // object.
            connection.addSigHandler(
                    ObjectManager.InterfacesAdded.class,
                    owner,
                    signal -> ear.added(signal.getSignalSource().getPath(), interfaces(signal.getInterfaces())));
            connection.addSigHandler(
                    ObjectManager.InterfacesRemoved.class,
                    owner,
                    signal -> ear.removed(signal.getSignalSource().getPath(), List.copyOf(signal.getInterfaces())));
            connection.addSigHandler(
                    Properties.PropertiesChanged.class,
                    owner,
                    signal -> ear.changed(
                            signal.getPath(),
                            signal.getInterfaceName(),
                            BluezProperties.of(signal.getPropertiesChanged())));
        });
    }

    /** Tells the ear every object there is, as if each had just been added. */
    Optional<String> tellObjects() {
        return attempt(() -> remote("/", ObjectManager.class)
                .GetManagedObjects()
                .forEach((path, interfaces) -> ear.added(path.getPath(), interfaces(interfaces))));
    }

    /** Switches an adapter on and has it look for LE devices. */
    Optional<String> discover(String adapterPath) {
        return attempt(() -> {
            remote(adapterPath, Properties.class).Set(BluezTree.ADAPTER, "Powered", true);
            Adapter1 adapter = remote(adapterPath, Adapter1.class);
            adapter.SetDiscoveryFilter(Map.of("Transport", new Variant<>("le"), "DuplicateData", new Variant<>(true)));
            adapter.StartDiscovery();
        });
    }

    Optional<String> connect(String devicePath) {
        return attempt(() -> remote(devicePath, Device1.class).Connect());
    }

    Optional<String> pair(String devicePath) {
        return attempt(() -> remote(devicePath, Device1.class).Pair());
    }

    Optional<String> disconnect(String devicePath) {
        return attempt(() -> remote(devicePath, Device1.class).Disconnect());
    }

    /** Notifications or indications, whichever the characteristic has: BlueZ chooses. */
    Optional<String> startNotify(String characteristicPath) {
        return attempt(
                () -> remote(characteristicPath, GattCharacteristic1.class).StartNotify());
    }

    Optional<String> write(String characteristicPath, Bytes bytes) {
        return attempt(
                () -> remote(characteristicPath, GattCharacteristic1.class).WriteValue(bytes.toArray(), Map.of()));
    }

    Read read(String characteristicPath) {
        try {
            byte[] value = remote(characteristicPath, GattCharacteristic1.class).ReadValue(Map.of());
            return value == null ? new Read.Failed("BlueZ gave no value") : new Read.Value(Bytes.of(value));
        } catch (DBusException | DBusExecutionException e) {
            return new Read.Failed(reason(e));
        }
    }

    private <T extends DBusInterface> T remote(String path, Class<T> type) throws DBusException {
        return connection.getRemoteObject(BLUEZ, path, type);
    }

    /** Something that calls the bus. */
    private interface Call {
        void run() throws DBusException;
    }

    private Optional<String> attempt(Call call) {
        try {
            call.run();
            return Optional.empty();
        } catch (DBusException | DBusExecutionException e) {
            return Optional.of(reason(e));
        }
    }

    private static Map<String, BluezProperties> interfaces(Map<String, Map<String, Variant<?>>> received) {
        Map<String, BluezProperties> interfaces = new HashMap<>();
        received.forEach((type, properties) -> interfaces.put(type, BluezProperties.of(properties)));
        return interfaces;
    }

    private static String reason(Exception e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage();
        return message == null || message.isBlank() ? deepest.getClass().getSimpleName() : message;
    }

    @Override
    public void close() {
        // Whoever closes knows: nothing more is told.
        loss.silence();
        try {
            connection.close();
        } catch (IOException | DBusExecutionException e) {
            LOG.debug("the D-Bus connection was gone already: {}", e.getMessage());
        }
    }
}
