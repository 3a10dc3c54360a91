package io.maimen.simulator.device;

import io.maimen.observation.device.DeviceId;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** The options that every simulated device has. */
public final class DeviceOptions {
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    @Option(names = "--device", required = true, paramLabel = "SERIAL", description = "its serial number, as AN-0001")
    private String serial;

    @Option(names = "--journal", required = true, paramLabel = "FILE", description = "what it said, as JSON lines")
    private Path journal;

    @Option(names = "--seed", defaultValue = "1", description = "the same seed gives the same readings")
    private long seed;

    @Option(names = "--seconds", description = "ends measuring after so long; without it, when stopped")
    private OptionalLong seconds = OptionalLong.empty();

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

    public Path journal() {
        return journal;
    }

    public long seed() {
        return seed;
    }

    /** Where a device tells what it does; nowhere, unless asked for. */
    public Consumer<String> log(PrintWriter out) {
        return verbose
                ? line -> {
                    out.println(line);
                    out.flush();
                }
                : line -> {};
    }

    /** A stop that SIGTERM and SIGINT ask for: the process lives on while the device sends what is left. */
    public Stop stop(Clock clock) {
        Stop stop = new Stop(
                clock,
                seconds.isPresent() ? Duration.ofSeconds(seconds.getAsLong()) : FOR_EVER,
                Duration.ofSeconds(drainSeconds));
        Thread device = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.now();
            try {
                device.join(Duration.ofSeconds(drainSeconds + 1).toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        return stop;
    }
}
