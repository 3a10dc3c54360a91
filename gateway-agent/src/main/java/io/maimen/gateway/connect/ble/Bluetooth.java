package io.maimen.gateway.connect.ble;

import io.maimen.gateway.connect.BackOff;
import io.maimen.gateway.schedule.Scheduler;
import io.maimen.gateway.schedule.SerialExecutor;
import io.maimen.observation.time.ReceiveTime;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gateway's Bluetooth: stays connected to BlueZ, has it look for devices, and gives each configured device that appears a
 * link. When the bus, BlueZ or the adapter goes, everything begins anew after a while. Thread-safe.
 */
public final class Bluetooth implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bluetooth.class);

    private final String busAddress;
    private final String adapterPath;
    private final List<BluetoothDevice> devices;
    private final BackOff backOff;
    private final Scheduler scheduler;
    private final Executor pool;
    private final Executor executor;
    private final Clock clock;
    private Scheduler.Pending pending = Scheduler.Pending.NONE;
    private Optional<Run> current = Optional.empty();
    private Optional<String> trouble = Optional.empty();
    private boolean closed;

    /**
     * Nothing is opened before {@link #start}.
     *
     * @param busAddress a D-Bus address such as {@code unix:path=/run/dbus/system_bus_socket}
     * @param adapter BlueZ's name of the adapter, such as {@code hci0}
     * @param pool threads for what may block
     */
    public Bluetooth(
            String busAddress,
            String adapter,
            Collection<BluetoothDevice> devices,
            BackOff backOff,
            Scheduler scheduler,
            Executor pool,
            Clock clock) {
        this.busAddress = busAddress;
        this.adapterPath = "/org/bluez/" + adapter;
        this.devices = List.copyOf(devices);
        this.backOff = backOff;
        this.scheduler = scheduler;
        this.pool = pool;
        this.executor = new SerialExecutor(pool);
        this.clock = clock;
    }

    /** Connects for the first time, soon. */
    public void start() {
        executor.execute(this::dial);
    }

    /** Why there is no Bluetooth at present; empty when there is. */
    public synchronized Optional<String> trouble() {
        return trouble;
    }

    private void dial() {
        if (isClosed()) {
            return;
        }
        Run run = new Run();
        Optional<String> failure = run.open();
        if (failure.isPresent()) {
            run.over(failure.get());
            again(failure.get());
            return;
        }
        synchronized (this) {
            current = Optional.of(run);
            trouble = Optional.empty();
            backOff.reset();
        }
        LOG.info("Bluetooth is there: {} on {}", adapterPath, busAddress);
        if (isClosed()) {
            run.over("the gateway stops");
        }
    }

    private synchronized void again(String why) {
        if (closed) {
            return;
        }
        current = Optional.empty();
        if (trouble.isEmpty()) {
            LOG.warn("GW-070 there is no Bluetooth: {}; trying again until there is", why);
        }
        trouble = Optional.of("no Bluetooth: " + why);
        pending.cancel();
        pending = scheduler.after(backOff.next(), () -> executor.execute(this::dial));
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Ends every connection and opens no more. */
    @Override
    public void close() {
        Optional<Run> run;
        synchronized (this) {
            closed = true;
            pending.cancel();
            run = current;
            current = Optional.empty();
        }
        run.ifPresent(ending -> ending.over("the gateway stops"));
    }

    /** One stay on the bus. */
    private final class Run implements BluezBus.Ear {
        private final BluezTree tree = new BluezTree();
        private volatile List<BluetoothLink> links = List.of();
        private volatile Optional<BluezBus> bus = Optional.empty();
        private final AtomicBoolean lost = new AtomicBoolean();

        Optional<String> open() {
            // Signals wait until the objects that were there before them are known.
            synchronized (tree) {
                BluezBus.Opened opened = BluezBus.open(busAddress, this);
                if (opened instanceof BluezBus.Opened.Failed failed) {
                    return Optional.of(failed.reason());
                }
                BluezBus opening = ((BluezBus.Opened.Bus) opened).bus();
                bus = Optional.of(opening);
                links = devices.stream()
                        .map(device -> new BluetoothLink(
                                device, adapterPath, opening, tree, clock, scheduler, new SerialExecutor(pool)))
                        .toList();
                Optional<String> failure = opening.tellObjects();
                if (failure.isPresent()) {
                    return failure;
                }
            }
            return tree.has(adapterPath, BluezTree.ADAPTER)
                    ? bus.get().discover(adapterPath)
                    : Optional.of("BlueZ has no adapter " + adapterPath);
        }

        @Override
        public void added(String path, Map<String, BluezProperties> interfaces) {
            synchronized (tree) {
                tree.added(path, interfaces);
            }
            BluezProperties device = interfaces.get(BluezTree.DEVICE);
            if (device != null) {
                links.forEach(link -> link.told(path, device));
            }
        }

        @Override
        public void changed(String path, String type, BluezProperties newer) {
            ReceiveTime at = new ReceiveTime(clock.instant());
            synchronized (tree) {
                tree.changed(path, type, newer);
            }
            if (type.equals(BluezTree.CHARACTERISTIC)) {
                newer.bytes("Value").ifPresent(bytes -> links.forEach(link -> link.value(path, bytes, at)));
            } else if (type.equals(BluezTree.DEVICE)) {
                links.forEach(link -> link.told(path, newer));
            }
        }

        @Override
        public void removed(String path, List<String> types) {
            links.forEach(link -> link.removing(path, types));
            synchronized (tree) {
                tree.removed(path, types);
            }
            if (path.equals(adapterPath) && types.contains(BluezTree.ADAPTER)) {
                lost("BlueZ has no adapter " + adapterPath + " any more");
            }
        }

        @Override
        public void lost(String reason) {
            if (lost.compareAndSet(false, true)) {
                over(reason);
                // Not here: the library calls us from its own reading thread.
                executor.execute(() -> again(reason));
            }
        }

        void over(String reason) {
            links.forEach(link -> link.over(reason));
            bus.ifPresent(ending -> pool.execute(ending::close));
        }
    }
}
