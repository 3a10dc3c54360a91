package io.maimen.ingest.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.maimen.alerting.Assessor;
import io.maimen.alerting.pack.RulePacks;
import io.maimen.alerting.review.Alert;
import io.maimen.ingest.Measurements;
import io.maimen.ingest.clinical.AlertRecords;
import io.maimen.ingest.clinical.ClinicalDatabase;
import io.maimen.ingest.clinical.LimitRecords;
import io.maimen.ingest.clinical.PatientRecords;
import io.maimen.ingest.follow.FactBatch;
import io.maimen.ingest.patient.Patient;
import io.maimen.ingest.patient.PatientIdentifier;
import io.maimen.ingest.patient.Sex;
import io.maimen.ingest.query.AlertJson;
import io.maimen.ingest.query.BytesQuery;
import io.maimen.ingest.record.Recorder;
import io.maimen.ingest.security.GatewayKeys;
import io.maimen.ingest.security.GatewayOrganisations;
import io.maimen.ingest.security.OrganisationId;
import io.maimen.ingest.security.Scope;
import io.maimen.ingest.series.SeriesStore;
import io.maimen.ingest.series.embedded.EmbeddedSeriesStore;
import io.maimen.ingest.sql.Database;
import io.maimen.log.LogPosition;
import io.maimen.observation.Observation;
import io.maimen.observation.fact.BindingFact;
import io.maimen.observation.fact.Fact;
import io.maimen.observation.fact.MergeFact;
import io.maimen.observation.patient.PatientId;
import io.maimen.observation.time.SettableClock;
import io.maimen.observation.wire.DesiredContent.PersonalLimit;
import io.maimen.observation.wire.FactCodec;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A doctor sets a patient's own limit for potassium, which the pack calls high from 6.2 mmol/L (K-2). */
class OwnLimitsTest {
    private static final Scope ROOT = new Scope(OrganisationId.ROOT, Set.of(OrganisationId.ROOT));
    private static final Instant NOON = Measurements.NOON;
    private static final Instant TOMORROW = NOON.plus(Duration.ofDays(1));
    private static final PatientId WANG = new PatientId("p-wang");
    private static final PatientId LI = new PatientId("p-liii");

    @TempDir
    Path directory;

    private final SettableClock clock = new SettableClock(NOON.plus(Duration.ofMinutes(3)));
    private Database clinical;
    private SeriesStore series;
    private AssessReader assess;
    private Recorder record;
    private long position;

    @BeforeEach
    void openTheRecords() throws Exception {
        clinical = ClinicalDatabase.open(directory);
        series = EmbeddedSeriesStore.open(directory);
        assess = new AssessReader(
                clinical, new Assessor(RulePacks.shipped()), clock, (handle, event) -> {}, () -> {}, applied -> {});
        record = new Recorder(series, heard -> {});
        enter(WANG);
        enter(LI);
    }

    @AfterEach
    void stop() {
        clinical.close();
        series.close();
    }

    @Test
    void theOwnLimitJudgesItsPatientAndNobodyElse() {
        limit(WANG, ">= 6.6 mmol/L", NOON, TOMORROW);
        bind(WANG, NOON);
        measure("S-1", "6.5", NOON);
        assertEquals(List.of(), open(WANG));
        measure("S-2", "6.6", NOON.plusSeconds(1));
        assertEquals(List.of("≥ 6.6 mmol/L"), open(WANG));
        bind(LI, NOON.plusSeconds(60));
        measure("S-3", "6.5", NOON.plusSeconds(60));
        assertEquals(List.of("≥ 6.2 mmol/L"), open(LI));
    }

    @Test
    void theAlertAndTheBytesNameTheLimitAndWhoDecidedOnIt() {
        limit(WANG, ">= 6.6 mmol/L", NOON, TOMORROW);
        bind(WANG, NOON);
        Observation high = measure("S-1", "6.7", NOON);
        JsonObject own = new JsonObject()
                .put("by", "dr-chen")
                .put("reason", "dialysis")
                .put("from", "2025-03-01T12:00:00.000Z")
                .put("until", "2025-03-02T12:00:00.000Z");

        JsonObject rule = AlertJson.of(alerts(WANG).get(0), Optional.empty()).getJsonObject("rule");
        assertEquals(own, rule.getJsonObject("own"));
        assertEquals("≥ 6.6 mmol/L", rule.getString("limit"));
        JsonObject judged = judgedBy(high).getJsonObject(0);
        assertEquals("K-2", judged.getString("ruleId"));
        assertEquals("≥ 6.6 mmol/L", judged.getString("limit"));
        assertEquals(own, judged.getJsonObject("own"));
    }

    /** The alert stays what it was when it opened; each reading's bytes name what that reading was held to. */
    @Test
    void aReadingThatJoinsAnAlertWasJudgedByWhatWasInForceThen() {
        bind(WANG, NOON);
        Observation before = measure("S-1", "6.3", NOON);
        limit(WANG, ">= 6.6 mmol/L", NOON.plusSeconds(30), TOMORROW);
        Observation after = measure("S-2", "6.7", NOON.plusSeconds(60));

        assertEquals(List.of("≥ 6.2 mmol/L"), open(WANG));
        assertNull(judgedBy(before).getJsonObject(0).getValue("own"));
        assertEquals("≥ 6.2 mmol/L", judgedBy(before).getJsonObject(0).getString("limit"));
        assertEquals("≥ 6.6 mmol/L", judgedBy(after).getJsonObject(0).getString("limit"));
    }

    @Test
    void whatWasMeasuredAfterItsEndIsJudgedByThePackHoweverLateItComes() {
        limit(WANG, ">= 6.6 mmol/L", NOON, NOON.plusSeconds(60));
        bind(WANG, NOON);
        clock.advance(Duration.ofHours(6));
        measure("S-1", "6.5", NOON.plusSeconds(59));
        assertEquals(List.of(), open(WANG));
        measure("S-2", "6.5", NOON.plusSeconds(60));
        assertEquals(List.of("≥ 6.2 mmol/L"), open(WANG));
    }

    @Test
    void aDuplicatesLimitIsTheKeptPatientsAfterTheMerge() {
        limit(LI, ">= 6.6 mmol/L", NOON, TOMORROW);
        take(new MergeFact(LI, WANG, "dr-chen", "registered twice", NOON));
        bind(WANG, NOON);
        measure("S-1", "6.5", NOON);
        assertEquals(List.of(), open(WANG));
        limit(LI, ">= 6.4 mmol/L", NOON.plusSeconds(10), TOMORROW);
        measure("S-2", "6.5", NOON.plusSeconds(20));
        assertEquals(List.of("≥ 6.4 mmol/L"), open(WANG), "who writes to the duplicate means the kept one");
    }

    private void limit(PatientId patient, String limit, Instant from, Instant until) {
        clinical.writer().useTransaction(handle -> new LimitRecords(handle)
                .put(new PersonalLimit(patient, "K-2", limit, until, "dr-chen", "dialysis"), from));
    }

    private void enter(PatientId id) {
        PatientIdentifier card =
                new PatientIdentifier(PatientIdentifier.IdentifierSystem.HEALTH_CARD, "12" + id.value());
        Patient patient = new Patient(
                id,
                "patient " + id,
                Sex.FEMALE,
                Optional.empty(),
                List.of(card),
                OrganisationId.ROOT,
                true,
                Optional.empty());
        clinical.writer().useTransaction(handle -> new PatientRecords(handle).create(patient, NOON));
    }

    private void bind(PatientId patient, Instant from) {
        take(new BindingFact(Measurements.session("serial:AN-0001", patient.value(), from), Optional.empty(), NOON));
    }

    private Observation measure(String specimen, String value, Instant at) {
        Observation potassium = Measurements.potassium(specimen, value, at);
        take(FactCodec.unproved(potassium, Measurements.GATEWAY, clock.instant()));
        return potassium;
    }

    private void take(Fact fact) {
        FactBatch batch = new FactBatch(List.of(fact), LogPosition.of(++position));
        record.read(batch);
        assess.read(batch);
    }

    private List<Alert> alerts(PatientId patient) {
        return clinical.reader().inTransaction(handle -> new AlertRecords(handle).open(patient));
    }

    private List<String> open(PatientId patient) {
        return alerts(patient).stream().map(alert -> alert.rule().limit()).toList();
    }

    private JsonArray judgedBy(Observation reading) {
        return new BytesQuery(series, clinical, GatewayOrganisations.none(), GatewayKeys.none())
                .of(ROOT, reading.id())
                .orElseThrow()
                .getJsonArray("judgedBy");
    }
}
