package io.maimen.ingest.ecg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.ingest.Measurements;
import io.maimen.ingest.admit.Admission;
import io.maimen.ingest.clinical.ClinicalDatabase;
import io.maimen.ingest.clinical.ReaderProgress;
import io.maimen.ingest.follow.FactBatch;
import io.maimen.ingest.sql.Database;
import io.maimen.log.FileDisk;
import io.maimen.log.LogPosition;
import io.maimen.log.LogSlice;
import io.maimen.log.ObservationLog;
import io.maimen.log.SegmentLog;
import io.maimen.log.SegmentLogOptions;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.fact.Fact;
import io.maimen.observation.fact.ObservedFact;
import io.maimen.observation.wire.FactCodec;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A patch sends two seconds of ECG at a time; the reader finds what they show. */
class EcgReaderTest {
    private static final FactCodec FACTS = new FactCodec();
    private static final Instant NOON = Measurements.NOON;
    private static final int BATCH = 7;

    @TempDir
    private Path directory;

    private final Clock clock = Clock.fixed(NOON.plus(Duration.ofMinutes(2)), ZoneOffset.UTC);
    private ObservationLog log;
    private Database clinical;
    private Admission admission;

    @BeforeEach
    void open() throws Exception {
        log = SegmentLog.open(FileDisk.open(directory.resolve("log")), SegmentLogOptions.defaults());
        clinical = ClinicalDatabase.open(directory);
        admission = new Admission(log, clock, envelope -> Optional.empty(), () -> {});
    }

    @AfterEach
    void close() throws Exception {
        clinical.close();
        log.close();
    }

    /** Beats each 0.8 s for 40 s, none for 6 s, then again. */
    @Test
    void pauseIsToldOnceWithItsLengthAndOnceWhenItIsOver() throws Exception {
        append(DrawnEcg.withoutBeats(40, 46, 80));
        readOn(reader());

        List<Observation> findings = findings();
        assertEquals(2, findings.size(), findings.toString());
        assertEquals(Nomenclature.ECG_PAUSE, findings.get(0).type());
        assertTrue(number(findings.get(0)) > 3, findings.toString());
        assertEquals(40.0, seconds(findings.get(0)), 1.0, "where the last beat was");
        assertEquals(0.0, number(findings.get(1)));
        assertEquals(46.0, seconds(findings.get(1)), 1.0);
    }

    @Test
    void findingNamesDeviceLeadAndBytes() throws Exception {
        append(DrawnEcg.withoutBeats(40, 46, 80));
        readOn(reader());

        Observation finding = findings().get(0);
        assertEquals(Measurements.PATCH, finding.source().device());
        assertEquals(Nomenclature.ECG_LEAD_I, finding.components().get(0).type());
        assertEquals(1, finding.provenance().rawFrames().size());
        assertTrue(finding.provenance().simulated(), "the mark is never lost");
    }

    @Test
    void restartedAfterAnyBatchEachFindingIsToldOnce() throws Exception {
        append(DrawnEcg.withoutBeats(40, 46, 80));
        while (step(reader())) {
            // A new reader for each batch: it knows only what is on the disk.
        }

        assertEquals(2, findings().size(), findings().toString());
    }

    @Test
    void blocksThatNeverCameAreNoPause() throws Exception {
        List<Fact> blocks = DrawnEcg.withoutBeats(0, 0, 80);
        List<Fact> some = new ArrayList<>(blocks.subList(0, 15));
        some.addAll(blocks.subList(25, blocks.size()));
        append(some);
        readOn(reader());

        assertEquals(List.of(), findings());
    }

    @Test
    void blockThatCameTwiceIsReadOnce() throws Exception {
        List<Fact> blocks = new ArrayList<>();
        DrawnEcg.withoutBeats(40, 46, 80).forEach(block -> blocks.addAll(List.of(block, block)));
        append(blocks);
        readOn(reader());

        assertEquals(2, findings().size(), findings().toString());
    }

    @Test
    void logIsKeptFromWhereARestartBegins() throws Exception {
        append(DrawnEcg.withoutBeats(0, 0, 400));
        EcgReader reader = reader();
        readOn(reader);

        assertTrue(reader.needs(log.end()).compareTo(log.end()) < 0, "three minutes are needed again");
        assertTrue(reader.needs(log.end()).compareTo(LogPosition.ZERO) > 0, "but not all of the log");
    }

    private EcgReader reader() {
        return new EcgReader(new ReaderProgress(clinical), admission, clock);
    }

    private void append(List<Fact> facts) throws Exception {
        for (Fact fact : facts) {
            log.append(List.of(FACTS.toCbor(fact)));
        }
    }

    /** What this reader reads: to the end, which may move while it reads. */
    private void readOn(EcgReader reader) throws Exception {
        LogPosition at = reader.cursor();
        while (at.compareTo(log.end()) < 0) {
            at = next(reader, at);
        }
    }

    /** A reader that is started, goes on to where it has told everything, takes one batch more and dies. */
    private boolean step(EcgReader reader) throws Exception {
        LogPosition told = new ReaderProgress(clinical).of("ecg");
        LogPosition at = reader.cursor();
        while (at.compareTo(told) < 0) {
            at = next(reader, at);
        }
        if (at.compareTo(log.end()) >= 0) {
            return false;
        }
        next(reader, at);
        return true;
    }

    private LogPosition next(EcgReader reader, LogPosition at) throws Exception {
        LogSlice slice = log.read(at, BATCH);
        List<Fact> facts = new ArrayList<>();
        for (var record : slice.records()) {
            facts.add(FACTS.fromCbor(record.bytes()));
        }
        reader.read(new FactBatch(facts, slice.next()));
        return slice.next();
    }

    private List<Observation> findings() throws Exception {
        List<Observation> findings = new ArrayList<>();
        LogPosition at = log.start();
        while (at.compareTo(log.end()) < 0) {
            LogSlice slice = log.read(at, 100);
            for (var record : slice.records()) {
                if (FACTS.fromCbor(record.bytes()) instanceof ObservedFact observed
                        && observed.observation().value() instanceof NumericValue) {
                    findings.add(observed.observation());
                }
            }
            at = slice.next();
        }
        return findings;
    }

    private static double number(Observation finding) {
        return ((NumericValue) finding.value()).quantity().value().doubleValue();
    }

    private static double seconds(Observation finding) {
        return Duration.between(NOON, finding.timing().measuredAt()).toMillis() / 1000.0;
    }
}
