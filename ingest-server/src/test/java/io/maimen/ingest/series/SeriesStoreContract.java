package io.maimen.ingest.series;

import static io.maimen.ingest.series.SeriesFacts.content;
import static io.maimen.ingest.series.SeriesFacts.everyKindOfFact;
import static io.maimen.ingest.series.SeriesFacts.fact;
import static io.maimen.ingest.series.SeriesFacts.through;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.ingest.Envelopes;
import io.maimen.ingest.Measurements;
import io.maimen.log.LogPosition;
import io.maimen.observation.Bytes;
import io.maimen.observation.FrameField;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationId;
import io.maimen.observation.RawFrame;
import io.maimen.observation.SampleGap;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.fact.EnvelopeFact;
import io.maimen.observation.fact.Fact;
import io.maimen.observation.fact.ItemProof;
import io.maimen.observation.fact.ObservedFact;
import io.maimen.observation.fact.QuarantinedFact;
import io.maimen.observation.fact.RawFrameFact;
import io.maimen.observation.wire.FactCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What any {@link SeriesStore} promises. An adapter's test says only how to open one. */
public interface SeriesStoreContract {
    Instant NOON = Measurements.NOON;

    /** Opens the store; a second time, after closing, the same store again. */
    SeriesStore open() throws Exception;

    @Test
    default void aNewStoreBeginsAtTheStartOfTheLog() throws Exception {
        try (SeriesStore store = open()) {
            assertEquals(LogPosition.ZERO, store.cursor());
            assertEquals(List.of(), store.devices(GatewaySet.every()));
        }
    }

    @Test
    default void whatIsKeptIsThereAfterReopeningTogetherWithTheCursor() throws Exception {
        Observation glucose = Measurements.glucose("S-1", "5.10", NOON);
        try (SeriesStore store = open()) {
            store.keep(List.of(fact(glucose)), LogPosition.of(42));
        }
        try (SeriesStore store = open()) {
            assertEquals(LogPosition.of(42), store.cursor());
            assertEquals(
                    List.of(new StoredObservation(1, fact(glucose))),
                    store.latestResults(GatewaySet.every(), Measurements.ANALYSER, 10));
        }
    }

    @Test
    default void aFactThatComesAgainStaysAsItWasFirstKept() throws Exception {
        Observation glucose = Measurements.glucose("S-1", "5.1", NOON);
        ObservedFact throughAnotherGateway =
                FactCodec.unproved(glucose, new GatewayId("clinic-other"), NOON.plusSeconds(90));
        try (SeriesStore store = open()) {
            store.keep(List.of(fact(glucose), fact(glucose)), LogPosition.of(1));
            store.keep(List.of(throughAnotherGateway), LogPosition.of(2));
            assertEquals(
                    List.of(new StoredObservation(1, fact(glucose))),
                    store.after(GatewaySet.every(), Measurements.ANALYSER, 0, 10));
        }
    }

    @Test
    default void replayingTheLogFromItsStartLeavesTheSameContent() throws Exception {
        List<Fact> log = everyKindOfFact();
        try (SeriesStore store = open()) {
            store.keep(log, LogPosition.of(9));
            List<Object> once = content(store);
            store.keep(log, LogPosition.of(9));
            List<Fact> shuffled = new ArrayList<>(log);
            Collections.shuffle(shuffled, new Random(7));
            store.keep(shuffled, LogPosition.of(9));
            assertEquals(once, content(store));
        }
    }

    @Test
    default void aWaveformBlockComesBackToTheSample() throws Exception {
        Observation block = Measurements.ecg(3, NOON, new SampleGap(10, 20));
        try (SeriesStore store = open()) {
            store.keep(List.of(fact(block)), LogPosition.of(1));
            List<StoredObservation> found =
                    store.blocks(GatewaySet.every(), Measurements.PATCH, NOON, NOON.plusSeconds(1));
            assertEquals(block, found.get(0).fact().observation());
            assertEquals(Optional.of(NOON.plusSeconds(2)), store.waveformEnd(GatewaySet.every(), Measurements.PATCH));
            assertEquals(List.of(), store.latestResults(GatewaySet.every(), Measurements.PATCH, 10));
        }
    }

    @Test
    default void aStripIsTheBlocksThatOverlapIt() throws Exception {
        try (SeriesStore store = open()) {
            List<Fact> blocks = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                blocks.add(fact(Measurements.ecg(i, NOON.plusSeconds(2L * i))));
            }
            Collections.reverse(blocks);
            store.keep(blocks, LogPosition.of(5));
            // Blocks are two seconds long: 12:00:03 to 12:00:06 touches the second and the third, not the fourth.
            List<Instant> starts =
                    store
                            .blocks(GatewaySet.every(), Measurements.PATCH, NOON.plusSeconds(3), NOON.plusSeconds(6))
                            .stream()
                            .map(stored -> stored.fact().observation().timing().measuredAt())
                            .toList();
            assertEquals(List.of(NOON.plusSeconds(2), NOON.plusSeconds(4)), starts);
        }
    }

    @Test
    default void pagesHoldEverythingOfADeviceExactlyOnce() throws Exception {
        List<ObservationId> kept = new ArrayList<>();
        try (SeriesStore store = open()) {
            for (int i = 0; i < 25; i++) {
                Observation glucose = Measurements.glucose("S-" + i, "5.1", NOON.minusSeconds(i));
                kept.add(glucose.id());
                store.keep(List.of(fact(glucose), fact(Measurements.ecg(i, NOON))), LogPosition.of(i + 1L));
            }
            List<ObservationId> read = new ArrayList<>();
            long entry = 0;
            List<StoredObservation> page;
            do {
                page = store.after(GatewaySet.every(), Measurements.ANALYSER, entry, 7);
                for (StoredObservation stored : page) {
                    assertTrue(stored.entry() > entry, "entries must rise");
                    entry = stored.entry();
                    read.add(stored.fact().observation().id());
                }
            } while (!page.isEmpty());
            assertEquals(kept, read);
        }
    }

    @Test
    default void resultsComeNewestFirstByTimeOfMeasurement() throws Exception {
        Observation earlier = Measurements.glucose("S-1", "5.1", NOON);
        Observation later = Measurements.glucose("S-2", "5.2", NOON.plusSeconds(1));
        try (SeriesStore store = open()) {
            store.keep(List.of(fact(later), fact(earlier)), LogPosition.of(1));
            assertEquals(
                    List.of(later, earlier),
                    store.latestResults(GatewaySet.every(), Measurements.ANALYSER, 10).stream()
                            .map(stored -> stored.fact().observation())
                            .toList());
            assertEquals(
                    1,
                    store.latestResults(GatewaySet.every(), Measurements.ANALYSER, 1)
                            .size());
        }
    }

    @Test
    default void aDeviceIsKnownByItsNewestReading() throws Exception {
        try (SeriesStore store = open()) {
            store.keep(List.of(fact(Measurements.glucose("S-2", "5.2", NOON.plusSeconds(60)))), LogPosition.of(1));
            store.keep(List.of(fact(Measurements.glucose("S-1", "5.1", NOON))), LogPosition.of(2));
            DeviceSummary device = store.devices(GatewaySet.every()).get(0);
            assertEquals(NOON.plusSeconds(60), device.lastMeasuredAt());
            assertEquals(DeviceKind.ANALYSER, device.kind());
            assertTrue(device.simulated());
        }
    }

    /** The first reading, a waveform, its frame and a quarantined item came through another gateway than the second. */
    @Test
    default void whatOtherGatewaysBroughtIsNotThere() throws Exception {
        GatewayId elsewhere = new GatewayId("clinic-elsewhere");
        RawFrame frame = Measurements.frame("S-1 5.1", NOON);
        QuarantinedFact item = new QuarantinedFact(Bytes.of((byte) 0xFF), "WIRE-010 not CBOR", elsewhere, NOON);
        Observation moved = Measurements.glucose("S-2", "5.2", NOON.plusSeconds(60));
        GatewaySet here = GatewaySet.of(Set.of(Measurements.GATEWAY));
        GatewaySet there = GatewaySet.of(Set.of(elsewhere));
        try (SeriesStore store = open()) {
            store.keep(
                    List.of(
                            through(elsewhere, Measurements.glucose("S-1", "5.1", NOON)),
                            through(elsewhere, Measurements.ecg(0, NOON)),
                            new RawFrameFact(frame, elsewhere, NOON),
                            item,
                            fact(moved)),
                    LogPosition.of(1));
            for (GatewaySet nobody : List.of(GatewaySet.of(Set.of()), GatewaySet.of(Set.of(new GatewayId("none"))))) {
                assertEquals(List.of(), store.devices(nobody));
                assertEquals(List.of(), store.after(nobody, Measurements.ANALYSER, 0, 10));
            }
            assertEquals(
                    List.of(new StoredObservation(3, fact(moved))),
                    store.latestResults(here, Measurements.ANALYSER, 9));
            assertEquals(
                    List.of(new StoredObservation(3, fact(moved))), store.after(here, Measurements.ANALYSER, 0, 9));
            assertTrue(store.device(here, Measurements.ANALYSER).isPresent());
            assertEquals(Optional.empty(), store.device(there, Measurements.ANALYSER));
            assertEquals(Optional.empty(), store.device(here, Measurements.PATCH));
            assertEquals(Optional.empty(), store.waveformEnd(here, Measurements.PATCH));
            assertEquals(List.of(), store.blocks(here, Measurements.PATCH, NOON, NOON.plusSeconds(9)));
            assertEquals(Optional.empty(), store.frame(here, frame.ref()));
            assertEquals(List.of(), store.quarantine(here, 9));
            assertEquals(Optional.of(frame), store.frame(there, frame.ref()));
            assertEquals(List.of(item), store.quarantine(there, 9));
            assertEquals(
                    1,
                    store.blocks(there, Measurements.PATCH, NOON, NOON.plusSeconds(9))
                            .size());
        }
    }

    @Test
    default void framesAreFoundByTheHashOfTheirBytesAndQuarantineNamesItsReason() throws Exception {
        RawFrame frame = Measurements.frame("\u0002 1H|\\^&", NOON);
        QuarantinedFact item =
                new QuarantinedFact(Bytes.of((byte) 0xFF), "WIRE-010 not CBOR", Measurements.GATEWAY, NOON);
        try (SeriesStore store = open()) {
            store.keep(List.of(new RawFrameFact(frame, Measurements.GATEWAY, NOON), item), LogPosition.of(2));
            assertEquals(Optional.of(frame), store.frame(GatewaySet.every(), frame.ref()));
            assertEquals(
                    Optional.empty(),
                    store.frame(
                            GatewaySet.every(),
                            Measurements.frame("other", NOON).ref()));
            assertEquals(List.of(item), store.quarantine(GatewaySet.every(), 10));
        }
    }

    @Test
    default void anItemIsKeptToTheByteWithWhatProvesIt() throws Exception {
        Observation glucose = Measurements.glucose("S-1", "5.1", NOON);
        EnvelopeFact envelope = Envelopes.fact(Envelopes.spelledOtherwise(glucose));
        ObservedFact proved = new ObservedFact(
                glucose,
                Envelopes.spelledOtherwise(glucose),
                Measurements.GATEWAY,
                Optional.of(new ItemProof(envelope.sha256(), 0)),
                NOON);
        try (SeriesStore store = open()) {
            store.keep(List.of(envelope, proved), LogPosition.of(2));
            store.keep(List.of(fact(glucose)), LogPosition.of(3));
            assertEquals(
                    Optional.of(new StoredObservation(1, proved)), store.observation(glucose.id()), "the first copy");
            assertEquals(Optional.of(envelope), store.envelope(envelope.sha256()));
            assertEquals(Optional.empty(), store.envelope("0".repeat(64)));
        }
    }

    @Test
    default void aBlockIsFoundByItsIdentityToo() throws Exception {
        ObservedFact block = fact(Measurements.ecg(3, NOON));
        try (SeriesStore store = open()) {
            store.keep(List.of(block), LogPosition.of(1));
            assertEquals(
                    Optional.of(new StoredObservation(1, block)),
                    store.observation(block.observation().id()));
            assertEquals(
                    Optional.empty(),
                    store.observation(Measurements.ecg(4, NOON).id()));
        }
    }

    @Test
    default void aFrameKeepsTheFieldsItFirstCameWith() throws Exception {
        RawFrame bare = Measurements.frame("R|1|^^^GLU|5.1", NOON);
        RawFrame read =
                new RawFrame(bare.bytes(), bare.receivedAt(), List.of(new FrameField("R-4", "5.1", "mmol/L", 11, 3)));
        try (SeriesStore store = open()) {
            store.keep(List.of(new RawFrameFact(read, Measurements.GATEWAY, NOON)), LogPosition.of(1));
            store.keep(List.of(new RawFrameFact(bare, Measurements.GATEWAY, NOON)), LogPosition.of(2));
            assertEquals(Optional.of(read), store.frame(GatewaySet.every(), bare.ref()));
        }
    }
}
