package io.maimen.ingest.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.alerting.Assessor;
import io.maimen.alerting.pack.RulePacks;
import io.maimen.alerting.review.Alert;
import io.maimen.alerting.review.AlertCondition;
import io.maimen.ingest.Measurements;
import io.maimen.ingest.clinical.AlertRecords;
import io.maimen.ingest.clinical.ClinicalDatabase;
import io.maimen.ingest.follow.FactBatch;
import io.maimen.ingest.security.OrganisationId;
import io.maimen.ingest.security.Scope;
import io.maimen.ingest.sql.CrashPoints;
import io.maimen.ingest.sql.Database;
import io.maimen.ingest.sql.Tables;
import io.maimen.log.LogPosition;
import io.maimen.observation.Observation;
import io.maimen.observation.fact.Fact;
import io.maimen.observation.fact.ObservedFact;
import io.maimen.observation.time.SettableClock;
import io.maimen.observation.wire.FactCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssessReaderTest {
    private static final Scope EVERYTHING = new Scope(OrganisationId.ROOT, Set.of(OrganisationId.ROOT));
    private static final String[] TABLES = {"progress", "assess_reading", "alert", "alert_evidence", "alert_history"};

    /** A low glucose, recovered, low again; a high potassium twice; a reading that comes twice. */
    private static final List<FactBatch> BATCHES = batches(
            List.of(
                    fact(Measurements.glucose("S-1", "3.5", Measurements.NOON)),
                    fact(Measurements.ecg(0, Measurements.NOON))),
            List.of(
                    fact(Measurements.potassium("S-1", "6.4", Measurements.NOON.plusSeconds(60))),
                    fact(Measurements.glucose("S-1", "3.5", Measurements.NOON))),
            List.of(
                    fact(Measurements.glucose("S-1", "2.7", Measurements.NOON.plusSeconds(120))),
                    fact(Measurements.potassium("S-1", "6.6", Measurements.NOON.plusSeconds(120)))));

    @TempDir
    Path directory;

    private final SettableClock clock = new SettableClock(Measurements.NOON.plus(Duration.ofMinutes(3)));
    private int told;

    @Test
    void aReadingBeyondALimitOpensOneAlertAndTellsWhoeverListens() throws Exception {
        try (Database clinical = ClinicalDatabase.open(directory)) {
            reader(clinical)
                    .read(new FactBatch(
                            List.of(fact(Measurements.potassium("S-9", "6.4", Measurements.NOON))), LogPosition.of(7)));
            List<Alert> open = open(clinical);
            assertEquals(1, open.size());
            assertEquals(AlertCondition.PRESENT, open.get(0).condition());
            assertEquals(1, told);
            assertEquals(LogPosition.of(7), reader(clinical).cursor());
        }
    }

    @Test
    void aReadingWithinLimitsOpensNothing() throws Exception {
        try (Database clinical = ClinicalDatabase.open(directory)) {
            reader(clinical)
                    .read(new FactBatch(
                            List.of(fact(Measurements.potassium("S-9", "4.4", Measurements.NOON))), LogPosition.of(7)));
            assertEquals(List.of(), open(clinical));
            assertEquals(0, told);
        }
    }

    @Test
    void readingTheSameFactsAgainChangesNothing() throws Exception {
        try (Database clinical = ClinicalDatabase.open(directory)) {
            readOn(clinical);
            String once = Tables.content(clinical, TABLES);
            BATCHES.forEach(reader(clinical)::read);
            assertEquals(once, Tables.content(clinical, TABLES));
        }
    }

    @Test
    void killedAtAnyMomentEachAlertComesToBeExactlyOnce() throws Exception {
        Path empty = emptyDatabase();
        Path undisturbed = copy(empty, "undisturbed.db");
        String expected;
        try (Database clinical = new CrashPoints(Integer.MAX_VALUE).open(undisturbed, migrations())) {
            readOn(clinical);
            expected = Tables.content(clinical, TABLES);
            assertFalse(open(clinical).isEmpty(), "the facts must raise alerts");
        }
        boolean died = true;
        int point = 0;
        while (died) {
            point++;
            Path file = copy(empty, "killed-" + point + ".db");
            CrashPoints crash = new CrashPoints(point);
            try (Database clinical = crash.open(file, migrations())) {
                readOn(clinical);
            } catch (JdbiException e) {
                assertTrue(crash.died(), "only the kill may stop the reader");
            }
            died = crash.died();
            try (Database restarted = new CrashPoints(Integer.MAX_VALUE).open(file, migrations())) {
                readOn(restarted);
                assertEquals(expected, Tables.content(restarted, TABLES), "killed at point " + point);
            }
        }
        assertTrue(point > 30, "the kill must have been tried everywhere but there were only " + point + " points");
    }

    /** What a follower does: the batches after the cursor, in order. */
    private void readOn(Database clinical) {
        AssessReader reader = reader(clinical);
        LogPosition cursor = reader.cursor();
        BATCHES.stream().filter(batch -> batch.next().compareTo(cursor) > 0).forEach(reader::read);
    }

    private AssessReader reader(Database clinical) {
        return new AssessReader(
                clinical,
                new Assessor(RulePacks.shipped()),
                clock,
                (handle, event) -> {},
                () -> told++,
                position -> {});
    }

    private static List<Alert> open(Database clinical) {
        return clinical.reader().inTransaction(handle -> new AlertRecords(handle).open(EVERYTHING, 100));
    }

    private static ObservedFact fact(Observation observation) {
        return FactCodec.unproved(
                observation,
                Measurements.GATEWAY,
                observation.timing().receiveTime().instant().plusMillis(20));
    }

    @SafeVarargs
    private static List<FactBatch> batches(List<? extends Fact>... batches) {
        return IntStream.range(0, batches.length)
                .mapToObj(i -> new FactBatch(
                        Stream.<Fact>of(batches[i].toArray(new Fact[0])).toList(), LogPosition.of(i + 1L)))
                .toList();
    }

    private Path emptyDatabase() throws Exception {
        Path empty = Files.createDirectory(directory.resolve("empty"));
        ClinicalDatabase.open(empty).close();
        return empty.resolve("clinical.db");
    }

    private Path copy(Path file, String name) throws IOException {
        return Files.copy(file, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private static String migrations() {
        return "io/maimen/ingest/clinical/migration";
    }
}
