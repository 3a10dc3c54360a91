package io.maimen.ingest.web;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.ingest.Envelopes;
import io.maimen.ingest.Measurements;
import io.maimen.ingest.TestGateway;
import io.maimen.ingest.TestServer;
import io.maimen.observation.Lane;
import io.maimen.observation.Observation;
import io.maimen.observation.time.SettableClock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The right patient, asked over HTTP as the page does. */
class PatientApiIT {
    private static final Instant NOON = Measurements.NOON;
    private static final String ANALYSER = "/api/devices/" + Measurements.ANALYSER;

    private static SettableClock clock;
    private static TestServer server;
    private static TestServer doctor;
    private static int people;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        clock = new SettableClock(NOON);
        server = TestServer.start(directory, clock);
        doctor = server.doctor();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aSessionGivesWhatIsMeasuredInItToOnePatientAndEndsByItself() throws Exception {
        clock.set(NOON.plus(Duration.ofHours(1)));
        String wang = patient("王小明", true);
        JsonObject session = doctor.post(
                        ANALYSER + "/session",
                        new JsonObject().put("patient", wang).put("minutes", 10))
                .json();
        assertEquals("session", session.getString("basis"));
        assertEquals("2025-03-01T13:10:00.000Z", session.getString("to"));
        assertEquals("王小明", sessions().getJsonObject(0).getJsonObject("patient").getString("name"));

        Observation within = Measurements.potassium("S-10", "4.1", clock.instant());
        Observation after =
                Measurements.potassium("S-11", "4.2", clock.instant().plus(Duration.ofMinutes(10)));
        clock.set(clock.instant().plus(Duration.ofMinutes(20)));
        send(within, after);

        await().until(() -> readings(wang).size() == 1);
        assertEquals(within.id().hex(), readings(wang).getJsonObject(0).getString("observationId"));
        assertEquals(
                wang, readings(wang).getJsonObject(0).getJsonObject("patient").getString("id"));
        assertEquals("no-binding", waiting(after).getString("reason"));
        assertEquals(List.of(), sessions().getList());
    }

    @Test
    void aNewSessionEndsTheOneBefore() throws Exception {
        clock.set(NOON.plus(Duration.ofHours(2)));
        String wang = patient("王二", true);
        String li = patient("李三", true);
        doctor.post(ANALYSER + "/session", new JsonObject().put("patient", wang));
        clock.set(clock.instant().plusSeconds(60));
        doctor.post(ANALYSER + "/session", new JsonObject().put("patient", li));
        assertEquals(1, sessions().size());
        assertEquals(li, sessions().getJsonObject(0).getJsonObject("patient").getString("id"));
        doctor.post(ANALYSER + "/session/end", new JsonObject());
        assertEquals(0, sessions().size());
    }

    @Test
    void aReadingOfTheInboxIsAssignedWithItsAlertAndReassigned() throws Exception {
        clock.set(NOON.plus(Duration.ofHours(3)));
        String wang = patient("王四", true);
        String li = patient("李五", true);
        Observation high = Measurements.potassium("S-20", "6.4", clock.instant());
        send(high);
        await().until(() -> alerts("S-20").size() == 1);
        assertNull(alerts("S-20").get(0).getValue("patient"));

        JsonObject assigned = assign(high, wang, "asked her").json();
        assertEquals("王四", assigned.getJsonObject("patient").getString("name"));
        JsonObject first = present("S-20");
        assertEquals(wang, first.getJsonObject("patient").getString("id"));

        clock.set(clock.instant().plusSeconds(30));
        assign(high, li, "it was her sister");
        assertEquals(li, present("S-20").getJsonObject("patient").getString("id"));
        JsonObject before = doctor.get("/api/alerts/" + first.getString("id")).json();
        assertEquals("reassigned", before.getJsonObject("ended").getString("reason"));
        assertEquals(0, readings(wang).size());
        assertEquals(1, readings(li).size());
    }

    @Test
    void aSimulatedReadingNeverReachesARealPatient() throws Exception {
        clock.set(NOON.plus(Duration.ofHours(4)));
        String real = patient("赵六", false);
        Observation reading = Measurements.potassium("S-30", "4.4", clock.instant());
        doctor.post(ANALYSER + "/session", new JsonObject().put("patient", real).put("minutes", 5));
        send(reading);
        await().until(() -> "simulated-mismatch".equals(waiting(reading).getString("reason")));
        TestServer.Answer refused = assign(reading, real, "it is his");
        assertEquals(409, refused.status());
        assertEquals("SRV-107", refused.json().getString("code"));
        assertEquals(0, readings(real).size());
    }

    @Test
    void whatIsEnteredByHandSaysSoForEver() throws Exception {
        clock.set(NOON.plus(Duration.ofHours(5)));
        String wang = patient("孙七", false);
        JsonObject entered = doctor.post(
                        "/api/patients/" + wang + "/readings",
                        new JsonObject()
                                .put("systolic", "152")
                                .put("diastolic", 95)
                                .put("pulse", 71)
                                .put("measuredAt", "2025-03-01T00:30:00.000Z"))
                .json();
        assertEquals("manual 1", entered.getString("driver"));
        assertEquals("server", entered.getString("gateway"));
        assertTrue(entered.getJsonArray("statuses").contains("ENTERED_BY_HAND"));
        JsonObject chart =
                doctor.get("/api/patients/" + wang + "/blood-pressure").json();
        JsonObject reading = chart.getJsonArray("readings").getJsonObject(0);
        assertEquals("152", reading.getString("systolic"));
        assertEquals("95", reading.getString("diastolic"));
        assertEquals("71", reading.getString("pulse"));
        assertEquals("morning", reading.getString("period"), "half past eight in Shanghai");
        assertTrue(reading.getBoolean("enteredByHand"));
        assertEquals(
                "152", chart.getJsonObject("means").getJsonObject("morning").getString("systolic"));
        assertNull(chart.getJsonObject("means").getJsonObject("evening"));

        doctor.post(
                "/api/patients/" + wang + "/symptoms", new JsonObject().put("codes", new JsonArray().add("icd10:R51")));
        assertTrue(readings(wang).stream().anyMatch(it -> "icd10:R51".equals(((JsonObject) it).getString("value"))));
    }

    @Test
    void aDoubleIsMergedAndBothIdsLeadToOnePerson() throws Exception {
        clock.set(NOON.plus(Duration.ofHours(6)));
        String kept = patient("周八", true);
        String duplicate = patient("周八儿", true);
        doctor.post(
                ANALYSER + "/session",
                new JsonObject().put("patient", duplicate).put("minutes", 5));
        send(Measurements.potassium("S-40", "4.0", clock.instant()));
        await().until(() -> readings(duplicate).size() == 1);

        JsonObject merged = doctor.post(
                        "/api/patients/" + kept + "/merge",
                        new JsonObject().put("duplicate", duplicate).put("reason", "same card"))
                .json();

        assertEquals(1, merged.getJsonArray("readings").size());
        assertEquals(0, readings(duplicate).size());
        assertEquals(kept, doctor.get("/api/patients/" + duplicate).json().getString("merged"));
        TestServer.Answer refused = doctor.post(ANALYSER + "/session", new JsonObject().put("patient", duplicate));
        assertEquals("SRV-104", refused.json().getString("code"));
    }

    @Test
    void patientsAreFoundByNameAndByIdentifierAndNobodyIsEnteredTwice() throws Exception {
        String id = patient("吴九", true);
        String card = doctor.get("/api/patients/" + id).json().getJsonArray("identifiers").stream()
                .map(JsonObject.class::cast)
                .filter(identifier -> "health-card".equals(identifier.getString("system")))
                .findFirst()
                .orElseThrow()
                .getString("value");
        assertEquals(id, found("query=" + card).getString("id"));
        assertEquals(id, found("identifier=" + card).getString("id"));
        assertEquals("SRV-103", create("吴十", true, card).json().getString("code"));
    }

    @Test
    void whoIsOfAnotherTreeSeesNoneOfIt() throws Exception {
        server.post(
                "/api/organisations",
                new JsonObject()
                        .put("id", "elsewhere")
                        .put("parent", "root")
                        .put("name", new JsonObject().put("zh", "别处").put("en", "Elsewhere"))
                        .put("kind", "county"));
        TestServer stranger = server.as("stranger", "village-doctor", "elsewhere");
        String id = patient("郑十", true);
        JsonObject words =
                new JsonObject().put("patient", id).put("reason", "mine").put("duplicate", id);
        assertEquals(404, stranger.get("/api/patients/" + id).status());
        assertEquals(404, stranger.post("/api/patients/" + id + "/merge", words).status());
        assertEquals(
                404, stranger.post("/api/devices/serial:NEW-1/session", words).status());
        assertFalse(stranger.get("/api/patients").body().contains(id));
        assertEquals(
                0, stranger.get("/api/inbox").json().getJsonArray("readings").size());
    }

    private static String patient(String name, boolean simulated) throws Exception {
        return create(name, simulated, "card-" + ++people).json().getString("id");
    }

    private static TestServer.Answer create(String name, boolean simulated, String card) throws Exception {
        return doctor.post(
                "/api/patients",
                new JsonObject()
                        .put("name", name)
                        .put("sex", "female")
                        .put("birthDate", "1951-02-03")
                        .put("simulated", simulated)
                        .put(
                                "identifiers",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("system", "health-card")
                                                .put("value", card))
                                        .add(new JsonObject()
                                                .put("system", "clinic-number")
                                                .put("value", "number-" + card + "-" + name.hashCode()))));
    }

    private static TestServer.Answer assign(Observation reading, String patient, String reason) throws Exception {
        return doctor.post(
                "/api/observations/" + reading.id().hex() + "/assign",
                new JsonObject().put("patient", patient).put("reason", reason));
    }

    private static JsonArray readings(String patient) throws Exception {
        return doctor.get("/api/patients/" + patient + "/readings").json().getJsonArray("readings");
    }

    private static JsonArray sessions() throws Exception {
        return doctor.get("/api/sessions").json().getJsonArray("sessions");
    }

    private static JsonObject found(String query) throws Exception {
        return doctor.get("/api/patients?" + query)
                .json()
                .getJsonArray("patients")
                .getJsonObject(0);
    }

    /** A reading as it waits in the inbox; empty where it does not. */
    private static JsonObject waiting(Observation reading) throws Exception {
        return doctor.get("/api/inbox").json().getJsonArray("readings").stream()
                .map(JsonObject.class::cast)
                .filter(one ->
                        one.getString("observationId").equals(reading.id().hex()))
                .findFirst()
                .orElse(new JsonObject());
    }

    private static List<JsonObject> alerts(String specimen) throws Exception {
        return doctor.get("/api/alerts").json().getJsonArray("alerts").stream()
                .map(JsonObject.class::cast)
                .filter(alert -> specimen.equals(alert.getString("specimen")))
                .toList();
    }

    private static JsonObject present(String specimen) throws Exception {
        return alerts(specimen).stream()
                .filter(alert -> "present".equals(alert.getString("condition")))
                .findFirst()
                .orElseThrow();
    }

    private static void send(Observation... readings) throws Exception {
        try (TestGateway gateway = server.gateway()) {
            assertEquals(0, gateway.publish(Lane.VITAL, Envelopes.of(Lane.VITAL, readings)));
            gateway.receipt();
        }
    }
}
