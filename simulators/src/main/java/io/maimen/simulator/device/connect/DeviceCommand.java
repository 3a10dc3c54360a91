package io.maimen.simulator.device.connect;

import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.device.Stop;
import io.maimen.simulator.device.line.DeviceAct.Measured;
import io.maimen.simulator.device.line.DeviceAct.Send;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.DeviceFamily;
import io.maimen.simulator.device.line.LineDevice;
import io.maimen.simulator.fault.line.FaultyDevice;
import io.maimen.simulator.journal.Journal;
import io.maimen.simulator.journal.JournalEntry.ValueMeasured;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code simulate device NAME…}: devices of any family on real lines, until stopped. */
@Command(
        name = "device",
        mixinStandardHelpOptions = true,
        description = {
            "Devices of the families named, on real lines: pseudo terminals, a virtual BlueZ, TCP, MQTT, virtual HID devices or folders.",
            "Prints what a gateway's configuration must say of them. Without a name: the devices and faults there are."
        })
public final class DeviceCommand implements Callable<Integer> {
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final Clock clock;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "as the driver that reads it is called, or all")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "for terminals, folders, the Bluetooth bus and journals; else a temporary one")
    private Optional<Path> directory = Optional.empty();

    @Option(names = "--gateway-host", defaultValue = "127.0.0.1", description = "for devices that call the gateway")
    private String host;

    @Option(
            names = "--tcp-port",
            defaultValue = "18900,18910,18920,18930",
            split = ",",
            paramLabel = "PORT",
            description = "where the gateway waits for the devices on TCP, one for each")
    private List<Integer> tcpPorts = new ArrayList<>();

    @Option(names = "--mqtt-port", defaultValue = "18840", description = "of the gateway's MQTT endpoint")
    private int mqttPort;

    @Option(names = "--password", defaultValue = "simulated", description = "of MQTT devices")
    private String password;

    @Mixin
    private Misbehaviour misbehaviour;

    @Option(names = "--zone", defaultValue = "Asia/Shanghai", description = "of the clocks in the devices")
    private ZoneId zone;

    @Option(names = "--seed", defaultValue = "1", description = "the same seed gives the same readings and faults")
    private long seed;

    @Option(names = "--seconds", description = "ends after so long; without it, when stopped")
    private Optional<Long> seconds = Optional.empty();

    @Option(
            names = "--drain-seconds",
            defaultValue = "0",
            description = "goes on so long after that, with readings that nobody is owed")
    private long drainSeconds;

    @Option(names = "--verbose", description = "one line on stdout for each thing sent or heard")
    private boolean verbose;

    @Spec
    private CommandSpec spec;

    /** @param clock what the devices measure time with */
    public DeviceCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws SimulatorException, IOException, InterruptedException {
        DeviceFamilies families = DeviceFamilies.installed();
        PrintWriter out = spec.commandLine().getOut();
        if (names.isEmpty()) {
            DeviceTable.print(families.all(), out);
            return 0;
        }
        Path place = directory.isPresent()
                ? Files.createDirectories(directory.get())
                : Files.createTempDirectory("maimen-devices-");
        Places places = new Places(place.toAbsolutePath(), host, tcpPorts, mqttPort, password);
        List<PlacedDevice> devices;
        try {
            List<DeviceFamily> named = families.named(names);
            misbehaviour.check(named);
            devices = PlacedDevice.of(named, places);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        out.println("seed " + seed);
        devices.forEach(device -> out.println("- " + device.configuration()));
        PlacedDevice.bluetooth(devices).ifPresent(out::println);
        work(devices, out);
        return 0;
    }

    private void work(List<PlacedDevice> devices, PrintWriter out)
            throws SimulatorException, IOException, InterruptedException {
        Stop stop =
                new Stop(clock, seconds.map(Duration::ofSeconds).orElse(FOR_EVER), Duration.ofSeconds(drainSeconds));
        Map<PlacedDevice, Journal> journals = new LinkedHashMap<>();
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.now();
            await(ended);
        }));
        try (Ward ward = new Ward(clock)) {
            for (PlacedDevice device : devices) {
                journals.put(device, Journal.create(device.places().journal(device.serial())));
            }
            ward.begin(devices, this::made, device -> listener(device, journals.get(device), stop, out), stop);
            out.println("ready device " + devices.size() + " devices directory="
                    + devices.get(0).places().directory());
            out.flush();
            ward.awaitEnd();
        } finally {
            for (Journal journal : journals.values()) {
                journal.close();
            }
            ended.countDown();
        }
    }

    private LineDevice made(PlacedDevice device) {
        DeviceFamily family = device.family();
        return FaultyDevice.of(
                family, seed, DeviceClock.right(zone), misbehaviour.habitsOf(family), misbehaviour.faults());
    }

    private DeviceRunner.Listener listener(PlacedDevice device, Journal journal, Stop stop, PrintWriter out) {
        return new DeviceRunner.Listener() {
            @Override
            public void measured(Measured truth) {
                truth.value()
                        .ifPresent(value -> journal.write(new ValueMeasured(
                                clock.instant(), device.id(), truth.code(), value, truth.unit(), stop.measuring())));
                told("measured " + truth.code() + " " + truth.value().orElse("nothing") + " " + truth.unit());
            }

            @Override
            public void sent(Send send) {
                told("sends " + send.channel() + " " + send.bytes().hex());
            }

            @Override
            public void told(String what) {
                if (verbose) {
                    out.println(device.serial() + " " + what);
                    out.flush();
                }
            }
        };
    }

    private void await(CountDownLatch ended) {
        try {
            ended.await(drainSeconds + 1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
