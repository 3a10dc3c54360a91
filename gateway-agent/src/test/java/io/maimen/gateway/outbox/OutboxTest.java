package io.maimen.gateway.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.gateway.config.GatewayConfig.OutboxLimits;
import io.maimen.gateway.outbox.StoreOutcome.NotStored;
import io.maimen.gateway.outbox.StoreOutcome.Reason;
import io.maimen.gateway.outbox.StoreOutcome.Stored;
import io.maimen.log.FileDisk;
import io.maimen.log.LogPosition;
import io.maimen.log.LogRecord;
import io.maimen.log.simulated.SimulatedDisk;
import io.maimen.observation.Lane;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.wire.OutboxEntry;
import io.maimen.observation.wire.OutboxEntryCodec;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutboxTest {
    private static final BigDecimal LOW = new BigDecimal("3.0");

    @TempDir
    private Path directory;

    private final SimulatedDisks disks = new SimulatedDisks();
    private Outbox outbox;

    @BeforeEach
    void open() throws IOException {
        outbox = open(OutboxLimits.STANDARD);
    }

    @AfterEach
    void close() {
        outbox.close();
    }

    private Outbox open(OutboxLimits limits) throws IOException {
        return Outbox.open(disks, limits, new LaneChoice(OutboxTest::low));
    }

    private static boolean low(Observation observation) {
        return observation.value() instanceof NumericValue number
                && number.quantity().value().compareTo(LOW) < 0;
    }

    @Test
    void eachKindOfEntryTakesItsLane() {
        assertEquals(new Stored(Lane.ALARM), outbox.put(Entries.glucose("low", "2.7")));
        assertEquals(new Stored(Lane.VITAL), outbox.put(Entries.glucose("normal", "5.0")));
        assertEquals(new Stored(Lane.VITAL), outbox.put(Entries.header("H")));
        assertEquals(new Stored(Lane.WAVEFORM), outbox.put(Entries.block("ecg")));
    }

    @Test
    void whatWasStoredIsThereAfterARestart() throws Exception {
        outbox.put(Entries.glucose("a", "5.0"));
        outbox.put(Entries.glucose("b", "5.1"));
        outbox.close();
        outbox = open(OutboxLimits.STANDARD);
        assertEquals(List.of("a", "b"), names(lane(Lane.VITAL)));
        assertEquals(2, lane(Lane.VITAL).status().entries());
        assertEquals(Optional.of(Entries.NOON), lane(Lane.VITAL).status().oldest());
    }

    @Test
    void whatTheServerConfirmedIsNotServedAfterARestart() throws Exception {
        outbox.put(Entries.glucose("a", "5.0"));
        LogPosition afterFirst = lane(Lane.VITAL).end();
        outbox.put(Entries.glucose("b", "5.1"));
        lane(Lane.VITAL).confirm(afterFirst);
        outbox.close();
        outbox = open(OutboxLimits.STANDARD);
        assertEquals(List.of("b"), names(lane(Lane.VITAL)));
        assertEquals(1, lane(Lane.VITAL).status().entries());
    }

    @Test
    void putReturnsOnlyAfterFsync() throws Exception {
        SyncGate gate = new SyncGate();
        disks.disk("outbox/vital").beforeSync(gate);
        gate.shut();
        CompletableFuture<StoreOutcome> outcome =
                CompletableFuture.supplyAsync(() -> outbox.put(Entries.glucose("a", "5.0")));
        gate.awaitSync();
        assertFalse(outcome.isDone(), "stored was said before fsync returned");
        gate.open();
        assertEquals(new Stored(Lane.VITAL), outcome.get());
    }

    @Test
    void aFullDiskIsSaidAndGoesOnByItselfWhenThereIsSpaceAgain() {
        disks.full(true);
        NotStored refused = assertInstanceOf(NotStored.class, outbox.put(Entries.glucose("low", "2.7")));
        assertEquals(Reason.NO_SPACE, refused.reason());
        assertEquals(Map.of(Lane.ALARM, refused), outbox.refusing());
        outbox.probe();
        assertFalse(outbox.refusing().isEmpty(), "still full");

        disks.full(false);
        outbox.probe();
        assertEquals(Map.of(), outbox.refusing());
        assertEquals(new Stored(Lane.ALARM), outbox.put(Entries.glucose("low", "2.7")));
    }

    @Test
    void whenSpaceRunsOutWaveformsStopFirstAndAlarmsLast() throws Exception {
        outbox.close();
        outbox = open(new OutboxLimits(64 << 10, 1 << 20));
        Map<Lane, Long> refusedAt = new EnumMap<>(Lane.class);
        for (int i = 0; refusedAt.size() < Lane.values().length; i++) {
            String pad = "x".repeat(20_000) + i;
            refuse(refusedAt, Lane.WAVEFORM, Entries.block(pad));
            refuse(refusedAt, Lane.VITAL, Entries.glucose(pad, "5.0"));
            refuse(refusedAt, Lane.ALARM, Entries.glucose(pad, "2.7"));
        }
        assertTrue(refusedAt.get(Lane.WAVEFORM) < refusedAt.get(Lane.VITAL), refusedAt.toString());
        assertTrue(refusedAt.get(Lane.VITAL) < refusedAt.get(Lane.ALARM), refusedAt.toString());
        assertTrue(outbox.usedBytes() <= 1 << 20, "quota was " + outbox.usedBytes());
        assertFalse(names(lane(Lane.WAVEFORM)).isEmpty(), "what waited was deleted");
    }

    private void refuse(Map<Lane, Long> refusedAt, Lane lane, OutboxEntry entry) {
        if (!refusedAt.containsKey(lane) && outbox.put(entry) instanceof NotStored) {
            refusedAt.put(lane, outbox.usedBytes());
        }
    }

    @Test
    void anEntryThatNoEnvelopeCanHoldIsRefusedForGood() {
        NotStored refused = assertInstanceOf(NotStored.class, outbox.put(Entries.large(Outbox.MAX_ENTRY_BYTES + 1)));
        assertEquals(Reason.TOO_LARGE, refused.reason());
        assertEquals(Map.of(), outbox.refusing(), "the lane itself is well");
    }

    @Test
    void aDirectoryInUseIsSaidAtStart() throws Exception {
        DiskSource real = name -> FileDisk.open(directory.resolve(name));
        LaneChoice choice = new LaneChoice(OutboxTest::low);
        try (Outbox first = Outbox.open(real, OutboxLimits.STANDARD, choice)) {
            IOException inUse = assertThrows(IOException.class, () -> Outbox.open(real, OutboxLimits.STANDARD, choice));
            assertTrue(inUse.getMessage().startsWith("LOG-005"), inUse.getMessage() + first.usedBytes());
        }
    }

    @Test
    void aDiskFullAtStartIsSaidAtStart() {
        outbox.close();
        disks.full(true);
        assertThrows(IOException.class, () -> open(OutboxLimits.STANDARD));
    }

    /** Each operation of the disk fails once, in each way; then the power goes. */
    @ParameterizedTest
    @EnumSource
    void whateverFailsWhatWasStoredIsThereAfterAPowerCut(SimulatedDisk.Failure failure) throws Exception {
        long operations = storeOn(new SimulatedDisks(), disk -> {}).operations();
        assertTrue(operations > 8, "operations were " + operations);
        for (long failing = 0; failing < operations; failing++) {
            long number = failing;
            SimulatedDisks fresh = new SimulatedDisks();
            StoredOn run = storeOn(fresh, disk -> disk.failOperation(disk.operations() + number, failure));
            fresh.disk("outbox/vital").restart();
            Outbox again = Outbox.open(fresh, OutboxLimits.STANDARD, new LaneChoice(OutboxTest::low));
            List<String> found = names(again.lane(Lane.VITAL));
            assertTrue(found.containsAll(run.names()), failure + " at " + failing + ": " + run + " but " + found);
        }
    }

    /** What eight puts were told is stored, and how many operations they took. */
    private record StoredOn(List<String> names, long operations) {}

    private static StoredOn storeOn(SimulatedDisks fresh, Consumer<SimulatedDisk> fault) throws IOException {
        Outbox once = Outbox.open(fresh, OutboxLimits.STANDARD, new LaneChoice(OutboxTest::low));
        SimulatedDisk vital = fresh.disk("outbox/vital");
        long before = vital.operations();
        fault.accept(vital);
        List<String> stored = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String name = "v" + i;
            if (once.put(Entries.glucose(name, "5.0")) instanceof Stored) {
                stored.add(name);
            }
        }
        return new StoredOn(stored, vital.operations() - before);
    }

    private OutboxLane lane(Lane lane) {
        return outbox.lane(lane);
    }

    private static List<String> names(OutboxLane lane) throws Exception {
        List<String> names = new ArrayList<>();
        for (LogRecord entry : lane.read(lane.confirmed(), 1_000).records()) {
            names.add(Entries.name(
                    new OutboxEntryCodec().fromCbor(entry.bytes()).rawFrames().get(0)));
        }
        return names;
    }
}
