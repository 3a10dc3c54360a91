package io.maimen.simulator.device.ecg;

import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.device.DeviceOptions;
import io.maimen.simulator.journal.Journal;
import io.maimen.simulator.signal.RecordedEcg;
import io.maimen.simulator.signal.SampleSource;
import io.maimen.simulator.signal.SyntheticEcg;
import io.maimen.simulator.wfdb.WfdbRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code simulate ecg-patch}: plays a recording or the synthetic ECG to a gateway until stopped. */
@Command(
        name = "ecg-patch",
        mixinStandardHelpOptions = true,
        description = "A wearable single-lead ECG (250 Hz blocks over MQTT 5).")
public final class EcgPatchCommand implements Callable<Integer> {
    /** An hour of one-second blocks: a gateway that is away longer loses the oldest. */
    private static final Duration MEMORY = Duration.ofHours(1);

    private final Clock clock;

    @Mixin
    private DeviceOptions options;

    @Spec
    private CommandSpec spec;

    @Option(names = "--gateway-host", defaultValue = "127.0.0.1", description = "of the gateway's MQTT endpoint")
    private String host;

    @Option(names = "--gateway-port", required = true, description = "of the gateway's MQTT endpoint")
    private int port;

    @Option(names = "--username", required = true, description = "as provisioned")
    private String username;

    @Option(names = "--password", required = true, description = "as provisioned")
    private String password;

    @Option(names = "--record", description = "plays this WFDB record, named without its ending, as mitdb/208")
    private Optional<Path> record = Optional.empty();

    @Option(
            names = "--rhythms",
            description =
                    "a heart that runs, pauses, races, slows down and fibrillates by turns, instead of a calm one")
    private boolean rhythms;

    @Option(names = "--stream", description = "number of this run; without it the seconds since 1970, so that it rises")
    private Optional<Long> stream = Optional.empty();

    @Option(names = "--samples-per-block", defaultValue = "250", description = "1 to 2500")
    private int samplesPerBlock;

    @Option(names = "--lead-off-every", defaultValue = "0", description = "in each n-th block the electrode comes off")
    private int leadOffEvery;

    @Option(names = "--drop-block-every", defaultValue = "0", description = "each n-th block is never measured: a gap")
    private int dropBlockEvery;

    @Option(names = "--window", defaultValue = "8", description = "blocks that may wait for their answer at once")
    private int window;

    public EcgPatchCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws SimulatorException, IOException, InterruptedException {
        Consumer<String> log = options.log(spec);
        Instant begin = clock.instant().truncatedTo(ChronoUnit.MICROS);
        BlockMaker maker = new BlockMaker(
                options.serial(),
                stream.orElseGet(begin::getEpochSecond),
                source(),
                samplesPerBlock,
                new EcgFaults(leadOffEvery, dropBlockEvery),
                begin);
        int capacity = (int) (MEMORY.toSeconds() * BlockMaker.RATE_HZ / samplesPerBlock);
        GatewayAddress gateway = new GatewayAddress(host, port, username, password);
        try (Journal journal = Journal.create(options.journal());
                MqttBlockChannel channel =
                        new MqttBlockChannel(gateway, options.serial(), Duration.ofMillis(500), clock, log)) {
            options.ready(spec, "gateway=" + gateway.uri());
            BlockMemory memory = new BlockMemory(capacity, window, Duration.ofSeconds(5));
            EcgPatch patch = new EcgPatch(options.device(), maker, memory, channel, journal, log, clock);
            options.run(clock, patch::run);
        }
        return 0;
    }

    private SampleSource source() throws SimulatorException {
        if (record.isPresent()) {
            return new RecordedEcg(WfdbRecord.read(record.get()), BlockMaker.RATE_HZ);
        }
        return rhythms
                ? SyntheticEcg.changing(options.seed(), BlockMaker.RATE_HZ)
                : new SyntheticEcg(options.seed(), BlockMaker.RATE_HZ);
    }
}
