package io.maimen.simulator.device.bluez;

import io.maimen.simulator.SimulatorException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus.NameOwnerChanged;
import org.freedesktop.dbus.interfaces.ObjectManager;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.Variant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The name {@code org.bluez} on a bus, with one adapter and the devices within its reach. Thread-safe. */
public final class VirtualBluez implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VirtualBluez.class);
    private static final String NAME = "org.bluez";

    private final DBusConnection bus;
    private final AdapterObject adapter;
    private final Map<String, BluezObject> objects = new LinkedHashMap<>();
    private final List<VirtualDevice> devices = new ArrayList<>();
    /** What happens on the air happens here, one thing after another. */
    private final ExecutorService air = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "air");
        thread.setDaemon(true);
        return thread;
    });

    private VirtualBluez(DBusConnection bus, String adapterName) {
        this.bus = bus;
        this.adapter = new AdapterObject(this, "/org/bluez/" + adapterName);
    }

    /** Takes its name on the bus. {@code SIM-023} when it cannot. */
    public static VirtualBluez start(String busAddress, String adapterName) throws SimulatorException {
        try {
            DBusConnection bus = DBusConnectionBuilder.forAddress(busAddress)
                    .withShared(false)
                    .receivingThreadConfig()
                    .withSignalThreadCount(1)
                    .withMethodCallThreadCount(1)
                    .connectionConfig()
                    .build();
            VirtualBluez bluez = new VirtualBluez(bus, adapterName);
            bluez.present();
            return bluez;
        } catch (DBusException | DBusExecutionException e) {
            throw new SimulatorException(
                    "SIM-023 org.bluez must be free on " + busAddress + " but was not to be had: " + e.getMessage()
                            + "; use a bus of its own",
                    e);
        }
    }

    private void present() throws DBusException {
        bus.exportObject("/", new Root());
        add(adapter);
        bus.addSigHandler(NameOwnerChanged.class, signal -> {
            if (signal.newOwner.isEmpty()) {
                clientGone(signal.name);
            }
        });
        bus.requestBusName(NAME);
    }

    /** Brings a peripheral within reach. BlueZ knows nothing of it before it advertises. */
    public synchronized VirtualDevice bring(Peripheral peripheral) {
        VirtualDevice device = new VirtualDevice(this, adapter.getObjectPath(), peripheral);
        devices.add(device);
        return device;
    }

    /** Whether a client looks for devices. */
    public boolean discovering() {
        return adapter.discovering();
    }

    /** A client left the bus: its subscriptions and its search end with it. */
    private void clientGone(String client) {
        adapter.forget(client);
        List<VirtualDevice> reachable;
        synchronized (this) {
            reachable = List.copyOf(devices);
        }
        reachable.forEach(device -> device.forget(client));
    }

    void later(Runnable event) {
        try {
            air.execute(event);
        } catch (RejectedExecutionException e) {
            LOG.debug("BlueZ stops; {} does not happen any more", event);
        }
    }

    void add(BluezObject object) {
        synchronized (objects) {
            objects.put(object.getObjectPath(), object);
        }
        try {
            bus.exportObject(object.getObjectPath(), object);
            send(new ObjectManager.InterfacesAdded("/", new DBusPath(object.getObjectPath()), object.interfaces()));
        } catch (DBusException e) {
            LOG.warn("object {} is not on the bus: {}", object.getObjectPath(), e.getMessage());
        }
    }

    void remove(BluezObject object) {
        synchronized (objects) {
            objects.remove(object.getObjectPath());
        }
        bus.unExportObject(object.getObjectPath());
        try {
            send(new ObjectManager.InterfacesRemoved(
                    "/", new DBusPath(object.getObjectPath()), List.of(object.type())));
        } catch (DBusException e) {
            LOG.warn("removal of {} is not told: {}", object.getObjectPath(), e.getMessage());
        }
    }

    void changed(String path, String type, Map<String, Variant<?>> properties) {
        try {
            send(new Properties.PropertiesChanged(path, type, properties, List.of()));
        } catch (DBusException e) {
            LOG.warn("change of {} is not told: {}", path, e.getMessage());
        }
    }

    private void send(DBusSignal signal) {
        if (bus.isConnected()) {
            bus.sendMessage(signal);
        }
    }

    @Override
    public void close() throws IOException {
        air.shutdownNow();
        bus.close();
    }

    /** The object that knows all others. */
    private final class Root implements ObjectManager {
        @Override
        public String getObjectPath() {
            return "/";
        }

        @Override
        public Map<DBusPath, Map<String, Map<String, Variant<?>>>> GetManagedObjects() {
            Map<DBusPath, Map<String, Map<String, Variant<?>>>> all = new LinkedHashMap<>();
            synchronized (objects) {
                objects.forEach((path, object) -> all.put(new DBusPath(path), object.interfaces()));
            }
            return all;
        }
    }
}
