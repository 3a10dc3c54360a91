package io.maimen.simulator.fault;

import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.clinic.Clinic;
import io.maimen.simulator.clinic.Community;
import io.maimen.simulator.clinic.MaimenHome;
import io.maimen.simulator.clinic.Part;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code faults}: ends with 0 when every kill happened and nothing was lost, doubled or made up. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        description = "The whole system under load; gateway and server are killed at seeded moments.")
public final class FaultsCommand implements Callable<Integer> {
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Option(names = "--kills", defaultValue = "20", description = "how many, 1 or more")
    private int kills;

    @Option(names = "--seed", defaultValue = "1", description = "the same seed gives the same plan and readings")
    private long seed;

    @Option(names = "--json", description = "one JSON line last")
    private boolean json;

    @Option(names = "--directory", description = "where everything is kept; else a temporary one")
    private Optional<Path> directory = Optional.empty();

    public FaultsCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws SimulatorException, IOException, InterruptedException {
        if (kills < 1) {
            throw new ParameterException(spec.commandLine(), "--kills must be 1 or more but was " + kills);
        }
        MaimenHome home = MaimenHome.find();
        Path place = directory.isPresent()
                ? Files.createDirectories(directory.get())
                : Files.createTempDirectory("maimen-faults-");
        PrintWriter err = spec.commandLine().getErr();
        Consumer<String> progress = line -> {
            err.println(line);
            err.flush();
        };
        progress.accept("seed " + seed + ", everything is kept in " + place);
        CountDownLatch stop = new CountDownLatch(1);
        Community community = FaultRun.community(seed);
        Clinic clinic = Clinic.aside(home, place, community);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.countDown();
            clinic.close();
        }));
        FaultReport report;
        try (clinic) {
            KillPlan plan = KillPlan.of(
                    kills, seed, community.sites().stream().map(Part::gateway).toList());
            report = new FaultRun(clinic, plan, clock, stop, progress).run();
        }
        if (!report.holds()) {
            progress.accept("this does not hold: " + report.text() + "; seed " + seed + ", kept in " + place);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? report.json() : report.text());
        out.flush();
        return report.holds() ? 0 : 1;
    }
}
