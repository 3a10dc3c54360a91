package io.maimen.simulator.device.astm;

import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.device.DeviceOptions;
import io.maimen.simulator.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code simulate analyser}: makes the pseudo terminal, says that it is ready, runs until stopped. */
@Command(
        name = "analyser",
        mixinStandardHelpOptions = true,
        description = "A point-of-care analyser for glucose and potassium (LIS01-A2, LIS02-A2) on a pseudo terminal.")
public final class AnalyserCommand implements Callable<Integer> {
    private final Clock clock;

    @Mixin
    private DeviceOptions options;

    @Spec
    private CommandSpec spec;

    @Option(names = "--pty", required = true, paramLabel = "PATH", description = "the line's name; made by socat")
    private Path pty;

    @Option(names = "--interval-ms", defaultValue = "10000", description = "between two specimens")
    private long intervalMs;

    @Option(names = "--critical-share", defaultValue = "0.05", description = "of specimens that need a doctor, 0 to 1")
    private double criticalShare;

    @Option(names = "--critical", split = ",", description = "numbers of specimens that need one in any case: 2,9")
    private Set<Integer> critical = Set.of();

    @Option(names = "--place", defaultValue = "Asia/Shanghai", description = "whose wall clock the analyser shows")
    private ZoneId place;

    @Option(names = "--reply-timeout-ms", defaultValue = "15000", description = "waits so long for an answer")
    private long replyTimeoutMs;

    @Option(names = "--busy-pause-ms", defaultValue = "10000", description = "waits so long after NAK to ENQ")
    private long busyPauseMs;

    public AnalyserCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws SimulatorException, IOException, InterruptedException {
        try (Journal journal = Journal.create(options.journal());
                PseudoTerminal line = PseudoTerminal.open(pty)) {
            options.ready(spec, "port=" + pty);
            LineTimes times =
                    LineTimes.STANDARD.with(Duration.ofMillis(replyTimeoutMs), Duration.ofMillis(busyPauseMs));
            Analyser analyser = new Analyser(
                    options.device(),
                    new SpecimenGenerator(options.seed(), criticalShare, critical),
                    new Records(options.serial(), "op1", place),
                    new FrameSender(line, times),
                    Duration.ofMillis(intervalMs),
                    journal,
                    options.log(spec),
                    clock);
            options.run(clock, analyser::run);
        }
        return 0;
    }
}
