package io.maimen.simulator.device.connect;

import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.device.Stop;
import io.maimen.simulator.device.bluez.PrivateBus;
import io.maimen.simulator.device.bluez.VirtualBluez;
import io.maimen.simulator.device.line.DeviceLink;
import io.maimen.simulator.device.line.LineDevice;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Several devices at their lines, in one process; those of Bluetooth share one virtual BlueZ. Confined to one thread. */
final class Ward implements AutoCloseable {
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final Clock clock;
    private final List<Thread> threads = new ArrayList<>();

    Ward(Clock clock) {
        this.clock = clock;
    }

    /** Opens every line and lets every device work until {@code stop}. */
    void begin(
            List<PlacedDevice> devices,
            Function<PlacedDevice, LineDevice> made,
            Function<PlacedDevice, DeviceRunner.Listener> listeners,
            Stop stop)
            throws SimulatorException {
        Optional<VirtualBluez> bluez = Optional.empty();
        if (devices.stream().anyMatch(device -> device.family().link() instanceof DeviceLink.BluetoothLowEnergy)) {
            PrivateBus bus = opened(PrivateBus.start(devices.get(0).places().bus()));
            bluez = Optional.of(opened(VirtualBluez.start(bus.address(), PlacedDevice.ADAPTER)));
        }
        for (PlacedDevice device : devices) {
            DeviceOutlet outlet = opened(device.outlet(bluez));
            DeviceRunner runner = new DeviceRunner(made.apply(device), outlet, listeners.apply(device), clock);
            outlet.open(runner);
            Thread thread = new Thread(() -> run(runner, stop), device.serial());
            threads.add(thread);
            thread.start();
        }
    }

    private static void run(DeviceRunner runner, Stop stop) {
        try {
            runner.run(stop);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until every device has ended. */
    void awaitEnd() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        opened.push(part);
        return part;
    }

    @Override
    public void close() throws IOException {
        threads.forEach(Thread::interrupt);
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (IOException e) {
                throw e;
            } catch (Exception e) { // what AutoCloseable declares; none of ours throws anything else
                throw new IOException(e);
            }
        }
    }
}
