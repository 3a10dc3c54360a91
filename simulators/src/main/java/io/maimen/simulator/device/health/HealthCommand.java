package io.maimen.simulator.device.health;

import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.device.DeviceOptions;
import io.maimen.simulator.device.bluez.PrivateBus;
import io.maimen.simulator.device.bluez.VirtualBluez;
import io.maimen.simulator.device.bluez.VirtualDevice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code simulate health KIND}: a Bluetooth LE device, and with it a virtual BlueZ on a bus of its own, until stopped. */
@Command(
        name = "health",
        mixinStandardHelpOptions = true,
        description =
                "A strap, thermometer, oximeter, scale or glucose meter (Bluetooth LE, on a virtual BlueZ at a private"
                        + " D-Bus).")
public final class HealthCommand implements Callable<Integer> {
    private final Clock clock;

    @Parameters(paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}")
    private HealthKind kind;

    @Mixin
    private DeviceOptions options;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--dbus-socket",
            required = true,
            paramLabel = "PATH",
            description = "where the private bus listens")
    private Path socket;

    @Option(names = "--address", required = true, description = "its Bluetooth address, as AA:BB:CC:DD:EE:FF")
    private String address;

    @Option(names = "--adapter", defaultValue = "hci0", description = "BlueZ's name of the one adapter")
    private String adapter;

    @Option(names = "--zone", defaultValue = "Asia/Shanghai", description = "of the clock on its display")
    private ZoneId zone;

    @Option(names = "--every", defaultValue = "PT5S", description = "between two measurements, as PT5S")
    private Duration every;

    /** @param clock what the device measures time with */
    public HealthCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws SimulatorException, IOException, InterruptedException {
        try (PrivateBus bus = PrivateBus.start(socket);
                VirtualBluez bluez = VirtualBluez.start(bus.address(), adapter)) {
            HealthPeripheral device = new HealthPeripheral(
                    address,
                    options.serial(),
                    kind.profile(new Random(options.seed()), zone, clock.instant()),
                    every,
                    options.log(spec),
                    clock);
            VirtualDevice radio = bluez.bring(device);
            options.ready(spec, "bus=" + bus.address());
            options.run(clock, stop -> device.run(radio, stop));
        }
        return 0;
    }
}
