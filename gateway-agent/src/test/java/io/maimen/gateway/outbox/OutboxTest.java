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
import io.maimen.log.LogPosition;
import io.maimen.log.LogRecord;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.wire.Lane;
import io.maimen.observation.wire.OutboxEntry;
import io.maimen.observation.wire.OutboxEntryCodec;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
    private static final BigDecimal LOW = new BigDecimal("3.0");

    @TempDir
    private Path directory;

    private final Map<String, GatedDisk> disks = new HashMap<>();
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
        DiskSource source = name -> {
            GatedDisk disk = new GatedDisk(directory.resolve(name));
            disks.put(name, disk);
            return disk;
        };
        return Outbox.open(source, limits, new LaneChoice(OutboxTest::low));
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
        GatedDisk disk = disks.get("outbox/vital");
        disk.hold();
        CompletableFuture<StoreOutcome> outcome =
                CompletableFuture.supplyAsync(() -> outbox.put(Entries.glucose("a", "5.0")));
        disk.awaitSync();
        assertFalse(outcome.isDone(), "stored was said before fsync returned");
        disk.release();
        assertEquals(new Stored(Lane.VITAL), outcome.get());
    }

    @Test
    void aFullDiskIsSaidAndGoesOnByItselfWhenThereIsSpaceAgain() {
        disks.values().forEach(disk -> disk.full(true));
        NotStored refused = assertInstanceOf(NotStored.class, outbox.put(Entries.glucose("low", "2.7")));
        assertEquals(Reason.NO_SPACE, refused.reason());
        assertEquals(Map.of(Lane.ALARM, refused), outbox.refusing());
        outbox.probe();
        assertFalse(outbox.refusing().isEmpty(), "still full");

        disks.values().forEach(disk -> disk.full(false));
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
    void aDirectoryInUseIsSaidAtStart() {
        IOException inUse = assertThrows(IOException.class, () -> open(OutboxLimits.STANDARD));
        assertTrue(inUse.getMessage().startsWith("LOG-005"), inUse.getMessage());
    }

    @Test
    void aDiskFullAtStartIsSaidAtStart() {
        outbox.close();
        DiskSource full = name -> {
            GatedDisk disk = new GatedDisk(directory.resolve(name));
            disk.full(true);
            return disk;
        };
        LaneChoice choice = new LaneChoice(OutboxTest::low);
        assertThrows(IOException.class, () -> Outbox.open(full, OutboxLimits.STANDARD, choice));
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
