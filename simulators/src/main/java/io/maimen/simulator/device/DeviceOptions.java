package io.maimen.simulator.device;

import io.maimen.observation.device.DeviceId;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that every simulated device has. */
public final class DeviceOptions {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceOptions.class);
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    @Option(names = "--device", required = true, paramLabel = "SERIAL", description = "its serial number, as AN-0001")
    private String serial;

    @Option(names = "--journal", paramLabel = "FILE", description = "what it said, as JSON lines")
    private Optional<Path> journal = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec mixee;

    @Option(names = "--seed", defaultValue = "1", description = "the same seed gives the same readings")
    private long seed;

    @Option(names = "--seconds", description = "ends measuring after so long; without it, when stopped")
    private Optional<Long> seconds = Optional.empty();

    @Option(
            names = "--drain-seconds",
            defaultValue = "30",
            description = "after measuring, goes on sending what is not taken for at most so long")
    private long drainSeconds;

    @Option(names = "--verbose", description = "one line on stdout for each thing sent")
    private boolean verbose;

    public String serial() {
        return serial;
    }

    public DeviceId device() {
        return DeviceId.serial(serial);
    }

    /** Where a device that is counted writes down what it said; such a device must be given one. */
    public Path journal() {
        return journal.orElseThrow(
                () -> new ParameterException(mixee.commandLine(), "--journal must be given but was not"));
    }

    public long seed() {
        return seed;
    }

    /** Where a device tells what it does; nowhere, unless asked for. */
    public Consumer<String> log(CommandSpec command) {
        PrintWriter out = command.commandLine().getOut();
        return verbose
                ? line -> {
                    out.println(line);
                    out.flush();
                }
                : line -> {};
    }

    /** Says on stdout that the device works; {@code where} is {@code NAME=ADDRESS} of what it is connected to. */
    public void ready(CommandSpec command, String where) {
        PrintWriter out = command.commandLine().getOut();
        out.println("ready " + command.name() + " " + serial + " " + where);
        out.flush();
    }

    /** What a device does until it is told to stop. */
    public interface Work {
        void run(Stop stop) throws IOException, InterruptedException;
    }

    /** Runs a device. SIGTERM and SIGINT stop its measuring; the process lives on while it sends what is left. */
    public void run(Clock clock, Work work) throws IOException, InterruptedException {
        Stop stop =
                new Stop(clock, seconds.map(Duration::ofSeconds).orElse(FOR_EVER), Duration.ofSeconds(drainSeconds));
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.now();
            awaitEnd(ended);
        }));
        try {
            work.run(stop);
        } finally {
            ended.countDown();
        }
    }

    private void awaitEnd(CountDownLatch ended) {
        try {
            if (!ended.await(drainSeconds + 1, TimeUnit.SECONDS)) {
                LOG.warn("{} ended with readings that nobody took", serial);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
