package io.maimen.ingest.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.maimen.alerting.Assessor;
import io.maimen.alerting.episode.EpisodeEnd;
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
import io.maimen.observation.fact.MergeFact;
import io.maimen.observation.fact.ObservedFact;
import io.maimen.observation.patient.Binding;
import io.maimen.observation.patient.PatientId;
import io.maimen.observation.time.SettableClock;
import io.maimen.observation.wire.FactCodec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bindings, assignments and merges as assess applies them: readings move, and both ends are judged again. */
class WhoseReadingsTest {
    private static final Scope EVERYTHING = new Scope(OrganisationId.ROOT, Set.of(OrganisationId.ROOT));
    private static final Instant NOON = Measurements.NOON;
    private static final PatientId WANG = new PatientId("p-wang");
    private static final PatientId LI = new PatientId("p-liii");
    private static final Observation HIGH = Measurements.potassium("S-1", "6.4", NOON);

    @TempDir
    Path directory;

    private final SettableClock clock = new SettableClock(NOON.plus(Duration.ofMinutes(3)));
    private final List<AuditEvent> noted = new ArrayList<>();
    private Database clinical;
    private AssessReader assess;
    private long position;

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

    @Test
    void aReadingThatNobodyWasNamedForWaitsAndItsAlertIsTheSources() {
        take(observed(HIGH));
        assertEquals(new Owner.Nobody(Owner.Reason.NO_BINDING), owner(HIGH));
        assertEquals(1, inbox().size());
        assertEquals(
                "source serial:AN-0001 simulated specimen S-1",
                open().get(0).subject().key());
    }

    @Test
    void aBindingThatComesAfterTheReadingsMovesThemAndTheyAreJudgedAgain() {
        take(observed(HIGH));
        take(bound(session(WANG, NOON)));

        assertEquals(new Owner.Known(WANG), owner(HIGH));
        assertEquals(List.of(), inbox());
        Alert before = open("source serial:AN-0001 simulated specimen S-1");
        assertEquals(EpisodeEnd.Reason.REASSIGNED, before.ended().orElseThrow().reason());
        assertEquals(Optional.empty(), open(subject(WANG)).ended());
    }

    @Test
    void anEndToldLaterGivesBackWhatWasMeasuredAfterIt() {
        Observation later = Measurements.potassium("S-2", "6.5", NOON.plusSeconds(60));
        Binding session = session(WANG, NOON);
        take(bound(session), observed(HIGH), observed(later));
        assertEquals(new Owner.Known(WANG), owner(later));

        take(bound(session.until(NOON.plusSeconds(60))));

        assertEquals(new Owner.Known(WANG), owner(HIGH));
        assertEquals(new Owner.Nobody(Owner.Reason.NO_BINDING), owner(later));
    }

    @Test
    void aBindingSentAgainAfterItsEndDoesNotBeginAnew() {
        Binding session = session(WANG, NOON.minusSeconds(60));
        take(bound(session), bound(session.until(NOON)), bound(session));
        take(observed(HIGH));
        assertEquals(new Owner.Nobody(Owner.Reason.NO_BINDING), owner(HIGH));
    }

    @Test
    void reassigningMovesTheAlertToTheOtherPatient() {
        take(bound(session(WANG, NOON)), observed(HIGH));
        take(assigned(HIGH, Optional.of(LI), 1));

        assertEquals(new Owner.Known(LI), owner(HIGH));
        assertEquals(
                EpisodeEnd.Reason.REASSIGNED,
                open(subject(WANG)).ended().orElseThrow().reason());
        assertEquals(HIGH.id(), open(subject(LI)).shown().id());
        assertEquals(List.of("opened", "reassigned"), history(open(subject(WANG))));
    }

    @Test
    void whatIsTakenAwayFromEverybodyWaitsAgain() {
        take(bound(session(WANG, NOON)), observed(HIGH));
        take(assigned(HIGH, Optional.empty(), 1));
        assertEquals(new Owner.Nobody(Owner.Reason.TAKEN_AWAY), owner(HIGH));
    }

    @Test
    void aMergeMovesEverythingAndNothingUndoesIt() {
        take(bound(session(LI, NOON)), observed(HIGH));
        closeEveryAlert();
        Observation late = Measurements.potassium("S-3", "4.4", NOON.plusSeconds(30));

        take(new MergeFact(LI, WANG, "dr-chen", "registered twice", NOON.plusSeconds(5)));
        take(observed(late));
        take(new MergeFact(WANG, LI, "dr-chen", "the other way round", NOON.plusSeconds(6)));

        assertEquals(new Owner.Known(WANG), owner(HIGH));
        assertEquals(new Owner.Known(WANG), owner(late), "what comes for the duplicate later is the kept one's too");
        assertEquals(List.of(), open(), "what was dealt with is not told again");
    }

    @Test
    void aMergeOfTwoWithOpenAlertsLeavesOneThatIsPresent() {
        Observation other = Measurements.potassium("S-2", "6.6", NOON.plusSeconds(10));
        take(bound(session(LI, NOON)), observed(HIGH), bound(session(LI, NOON).until(NOON.plusSeconds(5))));
        take(bound(session(WANG, NOON.plusSeconds(6))), observed(other));

        take(new MergeFact(LI, WANG, "dr-chen", "registered twice", NOON.plusSeconds(20)));

        assertEquals(
                EpisodeEnd.Reason.REASSIGNED,
                open(subject(LI)).ended().orElseThrow().reason());
        assertEquals(2, open(subject(WANG)).evidence().size());
    }

    @Test
    void everyWordAboutWhoseAReadingIsStandsInTheAuditOnce() {
        take(bound(session(WANG, NOON)), observed(HIGH));
        AssignmentFact assigned = assigned(HIGH, Optional.of(LI), 1);
        take(assigned, assigned, bound(session(WANG, NOON)));
        assertEquals(
                List.of(
                        "wang bound device serial:AN-0001",
                        "dr-chen assigned reading " + HIGH.id().hex()),
                noted.stream()
                        .map(event -> event.who() + " " + event.action().text() + " " + event.subject())
                        .toList());
    }

    /** The facts in twenty orders: the same owners, the same alerts for whom, and no reading under two people. */
    @Test
    void anyOrderOfArrivalGivesEveryReadingTheSameOneOwner() throws Exception {
        List<Fact> facts = new ArrayList<>(List.of(
                bound(session(WANG, NOON)),
                bound(session(WANG, NOON).until(NOON.plusSeconds(45))),
                bound(session(LI, NOON.plusSeconds(30))),
                assigned(Measurements.potassium("S-3", "6.3", NOON.plusSeconds(30)), Optional.of(WANG), 9)));
        for (int i = 0; i < 6; i++) {
            facts.add(observed(Measurements.potassium("S-" + i, "6." + i, NOON.plusSeconds(10L * i))));
        }
        facts.forEach(this::take);
        String expected = owners(clinical);
        Random random = new Random(7);
        for (int order = 0; order < 20; order++) {
            Collections.shuffle(facts, random);
            Path elsewhere = Files.createDirectory(directory.resolve("order-" + order));
            try (Database other = ClinicalDatabase.open(elsewhere)) {
                enter(other, WANG, LI);
                AssessReader reader = reader(other);
                facts.forEach(fact -> reader.read(new FactBatch(List.of(fact), LogPosition.of(++position))));
                assertEquals(expected, owners(other), "order " + order + ": " + facts);
            }
        }
    }

    @Test
    void whatWasMeasuredLongBeforeIsNotReadAgainUnlessAnOpenAlertRestsOnIt() {
        Observation old = Measurements.potassium("S-0", "6.4", NOON.minus(Duration.ofDays(10)));
        take(bound(session(WANG, NOON.minus(Duration.ofDays(20)))), observed(old));
        Observation fresh = Measurements.potassium("S-1", "6.6", NOON);
        take(observed(fresh));
        assertEquals(2, open(subject(WANG)).evidence().size(), "the open alert's reading was among those judged");
    }

    private void take(Fact... facts) {
        assess.read(new FactBatch(List.of(facts), LogPosition.of(++position)));
    }

    private AssessReader reader(Database database) {
        return new AssessReader(
                database,
                new Assessor(RulePacks.shipped()),
                clock,
                (handle, event) -> noted.add(event),
                () -> {},
                applied -> {});
    }

    private static void enter(Database database, PatientId... patients) {
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

    private static ObservedFact observed(Observation observation) {
        return FactCodec.unproved(
                observation,
                Measurements.GATEWAY,
                observation.timing().receiveTime().instant().plusMillis(20));
    }

    private static Binding session(PatientId patient, Instant from) {
        return Measurements.session("serial:AN-0001", patient.value(), from);
    }

    private static BindingFact bound(Binding binding) {
        return new BindingFact(binding, Optional.empty(), NOON);
    }

    private static AssignmentFact assigned(Observation reading, Optional<PatientId> to, int second) {
        return new AssignmentFact(reading.id(), to, "dr-chen", "wrong name chosen", NOON.plusSeconds(second));
    }

    private static String subject(PatientId patient) {
        return new PatientSubject(patient, true).key();
    }

    private Owner owner(Observation reading) {
        return clinical.reader()
                .withHandle(handle -> new AssessedReadings(handle).find(reading.id()))
                .orElseThrow()
                .owner();
    }

    private List<OwnedReading> inbox() {
        return clinical.reader().withHandle(handle -> new AssessedReadings(handle).ofNobody(Optional.empty(), 10));
    }

    private List<Alert> open() {
        return clinical.reader().inTransaction(handle -> new AlertRecords(handle).open(EVERYTHING, 100));
    }

    /** The one open alert of a subject. */
    private Alert open(String subject) {
        List<Alert> found = open().stream()
                .filter(alert -> alert.subject().key().equals(subject))
                .toList();
        assertEquals(1, found.size(), () -> subject + " must have one open alert");
        return found.get(0);
    }

    private List<String> history(Alert alert) {
        return clinical.reader().withHandle(handle -> new AlertRecords(handle)
                .history(alert.id()).stream().map(AlertHistoryEntry::action).toList());
    }

    private void closeEveryAlert() {
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

    private static String owners(Database database) {
        return Tables.content(database, "assess_reading", "binding", "assignment");
    }
}
