package io.maimen.simulator.device.ecgfile;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.gateway.outbox.Outbox;
import io.maimen.gateway.outbox.OutboxLane;
import io.maimen.log.LogPosition;
import io.maimen.log.LogRecord;
import io.maimen.log.LogSlice;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationId;
import io.maimen.observation.SampledValue;
import io.maimen.observation.Samples;
import io.maimen.observation.wire.OutboxEntryCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway in a process of its own is killed with SIGKILL while it takes a cart's files. */
class KilledWhileReadingIT {
    private static final int FILES = 6;
    private static final int LEADS = 12;
    private static final int[] KILLED_AFTER = {1, 3};
    private static final LocalDateTime BEGUN = LocalDateTime.parse("2026-03-02T09:00:00");

    @TempDir
    Path home;

    private final List<Process> gateways = new ArrayList<>();

    @AfterEach
    void kill() throws InterruptedException {
        for (Process gateway : gateways) {
            gateway.destroyForcibly().waitFor();
        }
    }

    @Test
    void nothingIsLostAndNothingIsAnotherMeasurement() throws Exception {
        Path cart = Files.createDirectory(home.resolve("cart"));
        List<Examination> examinations = IntStream.range(0, FILES)
                .mapToObj(i -> Examination.of(i, "TH-" + i, BEGUN.plusMinutes(i)))
                .toList();
        for (int i = 0; i < FILES; i++) {
            Files.write(cart.resolve("ECG" + i + ".scp"), ScpWriter.file(examinations.get(i)));
        }
        for (int done : KILLED_AFTER) {
            start();
            await().atMost(30, SECONDS).until(() -> count(cart.resolve("done")) >= done);
            kill();
        }
        start();
        await().atMost(30, SECONDS).until(() -> count(cart.resolve("done")) == FILES);
        kill();

        assertEquals(0, count(cart.resolve("refused")));
        Map<ObservationId, Samples> stored = stored();
        assertEquals(FILES * LEADS, stored.size());
        Set<Samples> truth = new HashSet<>();
        examinations.forEach(each -> truth.addAll(each.leads().values()));
        assertEquals(truth, new HashSet<>(stored.values()));
    }

    private void start() throws IOException {
        gateways.add(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CartGateway.class.getName(),
                        home.resolve("gateway").toString(),
                        home.resolve("cart").toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("gateway.log").toFile())
                .start());
    }

    private static long count(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    /** What lies in the outbox; an identity that is there twice must say the same twice. */
    private Map<ObservationId, Samples> stored() throws Exception {
        Map<ObservationId, Samples> stored = new HashMap<>();
        OutboxEntryCodec codec = new OutboxEntryCodec();
        try (Outbox outbox = CartGateway.outbox(home.resolve("gateway"))) {
            for (OutboxLane lane : outbox.lanes()) {
                for (LogPosition at = lane.confirmed(); at.compareTo(lane.end()) < 0; ) {
                    LogSlice slice = lane.read(at, 100);
                    for (LogRecord entry : slice.records()) {
                        for (Observation each : codec.fromCbor(entry.bytes()).observations()) {
                            Samples samples = ((SampledValue) each.value()).samples();
                            Samples before = stored.put(each.id(), samples);
                            assertTrue(before == null || before.equals(samples), each::toString);
                        }
                    }
                    at = slice.next();
                }
            }
        }
        return stored;
    }
}
