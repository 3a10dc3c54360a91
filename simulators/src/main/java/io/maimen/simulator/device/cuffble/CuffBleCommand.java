package io.maimen.simulator.device.cuffble;

import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.device.DeviceOptions;
import io.maimen.simulator.device.bluez.PrivateBus;
import io.maimen.simulator.device.bluez.VirtualBluez;
import io.maimen.simulator.device.bluez.VirtualDevice;
import io.maimen.simulator.device.cuff.CuffOptions;
import io.maimen.simulator.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code simulate cuff-ble}: a cuff, and with it a virtual BlueZ on a bus of its own, until stopped. */
@Command(
        name = "cuff-ble",
        mixinStandardHelpOptions = true,
        description = "A blood-pressure cuff (Bluetooth LE, on a virtual BlueZ at a private D-Bus).")
public final class CuffBleCommand implements Callable<Integer> {
    private final Clock clock;

    @Mixin
    private DeviceOptions options;

    @Mixin
    private CuffOptions cuffOptions;

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

    @Option(names = "--remember", defaultValue = "30", description = "readings it keeps and indicates each time")
    private int remember;

    @Option(names = "--forgetful", description = "forgets a reading as soon as the transport has confirmed it")
    private boolean forgetful;

    @Option(
            names = "--walk-away-every",
            defaultValue = "0",
            description = "each n-th download breaks off in its middle")
    private int walkAwayEvery;

    @Option(
            names = "--vanish-every",
            defaultValue = "0",
            description = "in each n-th download BlueZ removes its objects")
    private int vanishEvery;

    public CuffBleCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws SimulatorException, IOException, InterruptedException {
        CuffHabits habits = new CuffHabits(remember, forgetful, walkAwayEvery, vanishEvery, CuffHabits.Pace.STANDARD);
        try (Journal journal = Journal.create(options.journal());
                PrivateBus bus = PrivateBus.start(socket);
                VirtualBluez bluez = VirtualBluez.start(bus.address(), adapter)) {
            BluetoothCuff cuff = new BluetoothCuff(
                    options.device(),
                    address,
                    cuffOptions.readings(options.seed()),
                    cuffOptions.every(),
                    zone,
                    habits,
                    journal,
                    options.log(spec),
                    clock);
            VirtualDevice radio = bluez.bring(cuff);
            options.ready(spec, "bus=" + bus.address());
            options.run(clock, stop -> cuff.run(radio, stop));
        }
        return 0;
    }
}
