package io.maimen.gateway.connect.ble;

import io.maimen.gateway.schedule.Scheduler;
import io.maimen.observation.Bytes;
import io.maimen.observation.time.ReceiveTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One device as BlueZ sees it: connects when it advertises, opens a conversation when its services are resolved, ends it
 * when the device or its objects go. What blocks runs on the link's own executor, what ends a conversation at once.
 * Thread-safe.
 */
final class BluetoothLink {
    private static final Logger LOG = LoggerFactory.getLogger(BluetoothLink.class);
    private static final Duration RESOLVING = Duration.ofSeconds(30);

    private final BluetoothDevice device;
    private final String adapterPath;
    private final BluezBus bus;
    private final BluezTree tree;
    private final Clock clock;
    private final Scheduler scheduler;
    private final Executor executor;
    private Optional<GattConnection> current = Optional.empty();
    private Scheduler.Pending resolving = Scheduler.Pending.NONE;
    private boolean advertised;
    private boolean over;

    /** @param executor runs one task at a time; a task may block for as long as the device takes */
    BluetoothLink(
            BluetoothDevice device,
            String adapterPath,
            BluezBus bus,
            BluezTree tree,
            Clock clock,
            Scheduler scheduler,
            Executor executor) {
        this.device = device;
        this.adapterPath = adapterPath;
        this.bus = bus;
        this.tree = tree;
        this.clock = clock;
        this.scheduler = scheduler;
        this.executor = executor;
    }

    /** The device's object came, or properties of it changed. */
    void told(String path, BluezProperties newer) {
        if (!isDevice(path)) {
            return;
        }
        if (newer.isFalse("Connected")) {
            end("the device disconnected");
        } else if (newer.isFalse("ServicesResolved")) {
            end("the device's services change");
        }
        synchronized (this) {
            advertised |= newer.has("RSSI");
        }
        executor.execute(this::step);
    }

    /** A characteristic has a new value. */
    void value(String path, Bytes bytes, ReceiveTime at) {
        Optional<GattConnection> connection = connection();
        if (connection.isPresent()
                && ownPath().filter(own -> path.startsWith(own + "/")).isPresent()) {
            tree.properties(path, BluezTree.CHARACTERISTIC)
                    .text("UUID")
                    .ifPresent(uuid -> connection.get().value(uuid, bytes, at));
        }
    }

    /** An object is about to go from the tree. */
    void removing(String path, Collection<String> types) {
        Optional<String> own = ownPath();
        if (own.filter(path::equals).isPresent() && types.contains(BluezTree.DEVICE)) {
            end("BlueZ removed the device");
        } else if (own.filter(mine -> path.startsWith(mine + "/")).isPresent()) {
            end("BlueZ removed " + path + ", a part of the device");
        }
    }

    /** Ends for good: the bus is gone or the gateway stops. */
    void over(String reason) {
        synchronized (this) {
            over = true;
            resolving.cancel();
        }
        end(reason);
    }

    private void step() {
        Optional<String> path = ownPath();
        if (path.isEmpty() || isOver()) {
            return;
        }
        BluezProperties state = tree.properties(path.get(), BluezTree.DEVICE);
        if (!state.isTrue("Connected")) {
            if (takeAdvertised()) {
                connect(path.get(), state.isTrue("Paired"));
            }
        } else if (state.isTrue("ServicesResolved") && connection().isEmpty()) {
            open(path.get());
        }
    }

    private void connect(String path, boolean paired) {
        Optional<String> failure = bus.connect(path);
        if (failure.isPresent()) {
            LOG.info("{} did not let us connect: {}; waiting until it advertises again", device, failure.get());
            return;
        }
        if (!paired) {
            // A cuff that needs no bond goes on without; one that does refuses its indications, and the driver says so.
            bus.pair(path)
                    .ifPresent(why -> LOG.warn(
                            "GW-071 {} must be paired but was not: {}; hold its pairing button and let it send again",
                            device,
                            why));
        }
        synchronized (this) {
            resolving.cancel();
            resolving = scheduler.after(RESOLVING, () -> executor.execute(() -> giveUp(path)));
        }
        step();
    }

    private void giveUp(String path) {
        if (connection().isEmpty() && !isOver()) {
            LOG.warn("GW-072 services of {} must be resolved within {} but were not", device, RESOLVING);
            bus.disconnect(path);
        }
    }

    private void open(String path) {
        GattConnection connection =
                new GattConnection(bus, tree, path, clock, reason -> executor.execute(() -> disconnect(path, reason)));
        synchronized (this) {
            resolving.cancel();
            if (over) {
                return;
            }
            current = Optional.of(connection);
            // What it called out before is answered now.
            advertised = false;
        }
        connection.open(device.acceptor());
        // It may have left while we came to know it: then nobody else will say so.
        if (!tree.properties(path, BluezTree.DEVICE).isTrue("Connected")) {
            end("the device disconnected");
        }
    }

    private void disconnect(String path, String reason) {
        LOG.info("{} is let go: {}", device, reason);
        bus.disconnect(path);
        end(reason);
    }

    private void end(String reason) {
        Optional<GattConnection> connection;
        synchronized (this) {
            connection = current;
            current = Optional.empty();
        }
        connection.ifPresent(ending -> ending.end(reason));
    }

    private boolean isDevice(String path) {
        return ownPath().filter(path::equals).isPresent();
    }

    private Optional<String> ownPath() {
        return tree.device(adapterPath, device.address());
    }

    private synchronized Optional<GattConnection> connection() {
        return current;
    }

    private synchronized boolean isOver() {
        return over;
    }

    private synchronized boolean takeAdvertised() {
        boolean taken = advertised;
        advertised = false;
        return taken;
    }
}
