package io.maimen.ingest.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.maimen.alerting.Assessor;
import io.maimen.alerting.pack.RulePacks;
import io.maimen.alerting.review.Alert;
import io.maimen.alerting.rule.PatientSubject;
import io.maimen.ingest.Measurements;
import io.maimen.ingest.audit.AuditEvent;
import io.maimen.ingest.clinical.AlertHistoryEntry;
import io.maimen.ingest.clinical.AlertRecords;
import io.maimen.ingest.clinical.AssessedReadings;
import io.maimen.ingest.clinical.ClinicalDatabase;
import io.maimen.ingest.clinical.OwnedReading;
import io.maimen.ingest.clinical.PatientRecords;
import io.maimen.ingest.follow.FactBatch;
import io.maimen.ingest.patient.Owner;
import io.maimen.ingest.patient.Patient;
import io.maimen.ingest.patient.PatientIdentifier;
import io.maimen.ingest.patient.Sex;
import io.maimen.ingest.security.OrganisationId;
import io.maimen.ingest.security.Scope;
import io.maimen.ingest.sql.Database;
import io.maimen.ingest.sql.Tables;
import io.maimen.log.LogPosition;
import io.maimen.observation.Observation;
import io.maimen.observation.fact.AssignmentFact;
import io.maimen.observation.fact.BindingFact;
import io.maimen.observation.fact.Fact;
import io.maimen.observation.fact.ObservedFact;
import io.maimen.observation.patient.Binding;
import io.maimen.observation.patient.PatientId;
import io.maimen.observation.time.SettableClock;
import io.maimen.observation.wire.FactCodec;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Facts about whose readings are, taken by an assess reader of its own, and what became of the readings and alerts. */
abstract class WhoseReadingsScenario {
    private static final Scope EVERYTHING = new Scope(OrganisationId.ROOT, Set.of(OrganisationId.ROOT));
    static final Instant NOON = Measurements.NOON;
    static final PatientId WANG = new PatientId("p-wang");
    static final PatientId LI = new PatientId("p-liii");
    static final Observation HIGH = Measurements.potassium("S-1", "6.4", NOON);

    @TempDir
    Path directory;

    final SettableClock clock = new SettableClock(NOON.plus(Duration.ofMinutes(3)));
    final List<AuditEvent> noted = new ArrayList<>();
    Database clinical;
    private AssessReader assess;
    long position;

    @BeforeEach
    void openTheRecords() throws Exception {
        clinical = ClinicalDatabase.open(directory);
        assess = reader(clinical);
        enter(clinical, WANG, LI);
    }

    @AfterEach
    void stop() {
        clinical.close();
    }

    void take(Fact... facts) {
        assess.read(new FactBatch(List.of(facts), LogPosition.of(++position)));
    }

    AssessReader reader(Database database) {
        return new AssessReader(
                database,
                new Assessor(RulePacks.shipped()),
                clock,
                (handle, event) -> noted.add(event),
                () -> {},
                applied -> {});
    }

    static void enter(Database database, PatientId... patients) {
        database.writer().useTransaction(handle -> {
            for (PatientId id : patients) {
                new PatientRecords(handle)
                        .create(
                                new Patient(
                                        id,
                                        "patient " + id,
                                        Sex.FEMALE,
                                        Optional.empty(),
                                        List.of(new PatientIdentifier(
                                                PatientIdentifier.IdentifierSystem.HEALTH_CARD, "12" + id.value())),
                                        OrganisationId.ROOT,
                                        true,
                                        Optional.empty()),
                                NOON);
            }
        });
    }

    static ObservedFact observed(Observation observation) {
        return FactCodec.unproved(
                observation,
                Measurements.GATEWAY,
                observation.timing().receiveTime().instant().plusMillis(20));
    }

    static Binding session(PatientId patient, Instant from) {
        return Measurements.session("serial:AN-0001", patient.value(), from);
    }

    static BindingFact bound(Binding binding) {
        return new BindingFact(binding, Optional.empty(), NOON);
    }

    static AssignmentFact assigned(Observation reading, Optional<PatientId> to, int second) {
        return new AssignmentFact(reading.id(), to, "dr-chen", "wrong name chosen", NOON.plusSeconds(second));
    }

    static String subject(PatientId patient) {
        return new PatientSubject(patient, true).key();
    }

    Owner owner(Observation reading) {
        return clinical.reader()
                .withHandle(handle -> new AssessedReadings(handle).find(reading.id()))
                .orElseThrow()
                .owner();
    }

    List<OwnedReading> inbox() {
        return clinical.reader().withHandle(handle -> new AssessedReadings(handle).ofNobody(Optional.empty(), 10));
    }

    List<Alert> open() {
        return clinical.reader().inTransaction(handle -> new AlertRecords(handle).open(EVERYTHING, 100));
    }

    /** The one open alert of a subject. */
    Alert open(String subject) {
        List<Alert> found = open().stream()
                .filter(alert -> alert.subject().key().equals(subject))
                .toList();
        assertEquals(1, found.size(), () -> subject + " must have one open alert");
        return found.get(0);
    }

    List<String> history(Alert alert) {
        return clinical.reader().withHandle(handle -> new AlertRecords(handle)
                .history(alert.id()).stream().map(AlertHistoryEntry::action).toList());
    }

    void closeEveryAlert() {
        clinical.writer().useTransaction(handle -> {
            for (int level = 1; level <= 2; level++) {
                handle.execute(
                        "INSERT INTO alert_review (alert_id, level, by_whom, at_us, opinion, review_text)"
                                + " SELECT alert_id, ?, ?, opened_us, 'CONFIRMED', '' FROM alert",
                        level,
                        "dr-" + level);
            }
            handle.execute("UPDATE alert SET acknowledged_by = 'dr-chen', acknowledged_us = opened_us,"
                    + " acknowledged_reason = '', closed_by = 'dr-chen', closed_us = opened_us,"
                    + " closed_reason = 'treated'");
        });
    }

    static String owners(Database database) {
        return Tables.content(database, "assess_reading", "binding", "assignment");
    }
}
