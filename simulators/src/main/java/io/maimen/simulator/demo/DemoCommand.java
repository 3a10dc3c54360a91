package io.maimen.simulator.demo;

import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.clinic.MaimenHome;
import io.maimen.simulator.device.connect.DeviceFamilies;
import io.maimen.simulator.device.connect.Misbehaviour;
import io.maimen.simulator.device.line.DeviceFamily;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demo}: reads the options and chooses between the calm demonstration and the measured one. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Server, gateway and simulated devices as separate processes; prints the address and the login.")
public final class DemoCommand implements Callable<Integer> {
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Option(names = "--headless", description = "without people: adds load, ends by itself, compares")
    private boolean headless;

    @Option(names = "--seconds", description = "how long the devices measure; 60 when headless, else until stopped")
    private Optional<Integer> seconds = Optional.empty();

    @Option(names = "--json", description = "headless: one JSON line last")
    private boolean json;

    @Option(names = "--seed", defaultValue = "1", description = "the same seed gives the same readings")
    private long seed;

    @Option(names = "--record", description = "WFDB record to play, named without its ending; else mitdb/208 if there")
    private Optional<Path> record = Optional.empty();

    @Option(
            names = "--devices",
            split = ",",
            paramLabel = "NAME",
            description = "devices of these families too, or all; ./maimen simulate device lists them")
    private List<String> families = new ArrayList<>();

    @Option(names = "--alone", description = "only the --devices, without the usual ones")
    private boolean alone;

    @Mixin
    private Misbehaviour misbehaviour;

    @Option(names = "--directory", description = "where everything is kept; else a temporary one")
    private Optional<Path> directory = Optional.empty();

    public DemoCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws SimulatorException, IOException, InterruptedException {
        if (json && !headless) {
            throw new ParameterException(spec.commandLine(), "--json goes with --headless");
        }
        List<DeviceFamily> named = families();
        MaimenHome home = MaimenHome.find();
        Path place = directory.isPresent()
                ? Files.createDirectories(directory.get())
                : Files.createTempDirectory("maimen-demo-");
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter progress = spec.commandLine().getErr();
        DemoDevices devices =
                new DemoDevices(seed, record.or(() -> recordBeside(home)), named, misbehaviour.arguments(), alone);
        if (!headless) {
            Optional<Duration> length = seconds.map(Duration::ofSeconds);
            StatusLine status = new StatusLine(progress, Help.Ansi.AUTO.enabled());
            return new CalmDemo(home, place, devices, clock, out, status).run(length);
        }
        Duration measuring = Duration.ofSeconds(seconds.orElse(60));
        return new HeadlessDemo(home, place, devices, clock, out, progress, json).run(measuring);
    }

    private List<DeviceFamily> families() {
        if (families.isEmpty() && (alone || !misbehaviour.arguments().isEmpty())) {
            throw new ParameterException(spec.commandLine(), "--alone, --habit and --fault go with --devices");
        }
        try {
            List<DeviceFamily> named = DeviceFamilies.installed().named(families);
            misbehaviour.check(named);
            return named;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static Optional<Path> recordBeside(MaimenHome home) {
        Path mitdb208 = home.root().resolve("../shared/ecg/mitdb/208").normalize();
        return Optional.of(mitdb208).filter(path -> Files.exists(path.resolveSibling("208.dat")));
    }
}
