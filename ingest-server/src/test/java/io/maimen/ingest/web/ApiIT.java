package io.maimen.ingest.web;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.ingest.Envelopes;
import io.maimen.ingest.EventReader;
import io.maimen.ingest.Measurements;
import io.maimen.ingest.TestGateway;
import io.maimen.ingest.TestServer;
import io.maimen.ingest.clinical.ClinicalDatabase;
import io.maimen.ingest.sql.Database;
import io.maimen.observation.Lane;
import io.maimen.observation.SampleGap;
import io.maimen.observation.time.SettableClock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/api.md, asked by java.net.http. */
class ApiIT {
    @TempDir
    Path directory;

    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.start(directory, new SettableClock(Measurements.NOON));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theFirstPasswordIsForTheServersUserOnlyAndOpensASessionInACookie() throws Exception {
        Path file = directory.resolve("first-admin.txt");
        assertEquals(
                "[OWNER_READ, OWNER_WRITE]",
                Files.getPosixFilePermissions(file).stream().sorted().toList().toString());
        String password = Files.readString(file).strip().substring("admin ".length());
        TestServer.Answer login = login("admin", password);
        assertEquals("Administrator", login.json().getString("displayName"));
        String cookie = login.response().headers().firstValue("set-cookie").orElseThrow();
        assertTrue(cookie.endsWith("; Path=/; Secure; HTTPOnly; SameSite=Strict"), cookie);
        String session = cookie.substring(0, cookie.indexOf(';'));
        assertEquals(200, withCookie("/api/me", session).status());
        server.send(HttpRequest.newBuilder(server.uri("/api/logout"))
                .header("Cookie", session)
                .header("X-Maimen-Request", "1")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertEquals(401, withCookie("/api/me", session).status());
    }

    @Test
    void guessingPasswordsIsStoppedAfterFiveTries() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertEquals("SRV-060", login("admin", "guess " + i).json().getString("code"));
        }
        TestServer.Answer stopped = login("admin", "guess");
        assertEquals(429, stopped.status());
        assertTrue(stopped.response().headers().firstValue("retry-after").isPresent());
    }

    @Test
    void aStripNamesItsGaps() throws Exception {
        send(
                Lane.WAVEFORM,
                Envelopes.of(
                        Lane.WAVEFORM,
                        Measurements.ecg(0, Measurements.NOON, new SampleGap(250, 125)),
                        Measurements.ecg(2, Measurements.NOON.plusSeconds(4))));
        String path = "/api/devices/" + Measurements.PATCH + "/waveform?latestSeconds=60";
        await().until(() -> server.get(path).json().getJsonArray("blocks").size() == 2);
        JsonObject strip = server.get(path).json();
        assertEquals(
                new JsonArray()
                        .add(gap("2025-03-01T12:00:01.000Z", "2025-03-01T12:00:01.500Z", "lead-off"))
                        .add(gap("2025-03-01T12:00:02.000Z", "2025-03-01T12:00:04.000Z", "not-received")),
                strip.getJsonArray("gaps"));
        JsonObject block = strip.getJsonArray("blocks").getJsonObject(1);
        assertEquals(1000, block.getInteger("firstSample"));
        assertEquals(64, block.getString("samplesSha256").length());
    }

    @Test
    void aProgramReadsEverythingOnceAcrossPages() throws Exception {
        for (int i = 0; i < 5; i++) {
            send(Lane.VITAL, Envelopes.of(Lane.VITAL, Measurements.glucose("S-" + i, "5.1", Measurements.NOON)));
        }
        String path = "/api/devices/" + Measurements.ANALYSER + "/readings?limit=2";
        await().until(() -> server.get("/api/devices/" + Measurements.ANALYSER + "/results")
                        .json()
                        .getJsonArray("results")
                        .size()
                == 5);
        List<String> specimens = new ArrayList<>();
        String cursor = "0";
        while (cursor != null) {
            JsonObject page = server.get(path + "&after=" + cursor).json();
            page.getJsonArray("items").forEach(item -> specimens.add(((JsonObject) item).getString("specimen")));
            cursor = page.getString("next");
        }
        assertEquals(List.of("S-0", "S-1", "S-2", "S-3", "S-4"), specimens);
    }

    @Test
    void aReadingOpensToTheBytesItWasReadFrom() throws Exception {
        var glucose = Measurements.glucose("S-1", "5.10", Measurements.NOON);
        send(
                Lane.VITAL,
                Envelopes.of(
                        Lane.VITAL,
                        List.of(Measurements.frame("S-1 5.10", Measurements.NOON)),
                        List.of(Envelopes.item(glucose))));
        String path = "/api/devices/" + Measurements.ANALYSER + "/results";
        await().until(() -> server.get(path).json().getJsonArray("results").size() == 1);
        JsonObject reading = server.get(path).json().getJsonArray("results").getJsonObject(0);
        assertEquals("5.10", reading.getString("value"));
        assertEquals("血糖", reading.getJsonObject("display").getString("zh"));
        assertEquals("2025-03-01T12:00:00.000Z", reading.getString("measuredAt"));
        assertEquals("2025-03-01T12:00:00.040Z", reading.getString("receivedAt"));
        JsonObject frame = server.get(
                        "/api/frames/" + reading.getJsonArray("rawFrames").getString(0))
                .json();
        assertEquals("532d3120352e3130", frame.getString("hex"));
        JsonObject behind = server.get("/api/observations/" + reading.getString("observationId") + "/bytes")
                .json();
        assertEquals(reading, behind.getJsonObject("observation"));
        assertEquals(
                "532d3120352e3130",
                behind.getJsonArray("frames").getJsonObject(0).getString("hex"));
        assertEquals("valid", behind.getJsonObject("signature").getString("state"), "its gateway signed it");
        assertEquals(1, looksAt("bytes " + reading.getString("observationId")));
    }

    private int looksAt(String subject) throws Exception {
        try (Database clinical = ClinicalDatabase.open(directory)) {
            return clinical.reader().withHandle(handle -> handle.createQuery(
                            "SELECT COUNT(*) FROM audit WHERE action = 'viewed' AND subject = :subject")
                    .bind("subject", subject)
                    .mapTo(Integer.class)
                    .one());
        }
    }

    @Test
    void aClientThatComesBackIsToldWhatItMissed() throws Exception {
        String seen;
        try (EventReader events = EventReader.open(server.http(), server.request("/api/events"))) {
            assertFalse(events.next("hello").data().getBoolean("resumed"));
            alarm("S-1");
            seen = events.next("alert").id();
        }
        alarm("S-2");
        alarm("S-3");
        await().until(() ->
                server.get("/api/alerts").json().getJsonArray("alerts").size() == 3);
        try (EventReader events =
                EventReader.open(server.http(), server.request("/api/events").header("Last-Event-ID", seen))) {
            assertTrue(events.next("hello").data().getBoolean("resumed"));
            assertEquals("S-2", events.next("alert").data().getString("specimen"));
            assertEquals("S-3", events.next("alert").data().getString("specimen"));
            alarm("S-4");
            assertEquals("S-4", events.next("alert").data().getString("specimen"));
        }
    }

    @Test
    void aDoctorWhoWatchesHearsOfPlacesEnteredSince() throws Exception {
        organisation("county-a", "root");
        organisation("county-b", "root");
        TestServer doctor = server.as("watching", "county-reader", "county-a");
        TestServer stranger = server.as("elsewhere", "county-reader", "county-b");
        try (EventReader events = EventReader.open(doctor.http(), doctor.request("/api/events"));
                EventReader others = EventReader.open(stranger.http(), stranger.request("/api/events"))) {
            events.next("hello");
            others.next("hello");
            organisation("village-a", "county-a");
            server.post(
                    "/api/gateways",
                    new JsonObject().put("id", Measurements.GATEWAY.value()).put("organisation", "village-a"));
            alarm("S-1");
            assertEquals("S-1", events.next("alert").data().getString("specimen"));
            assertFalse(others.have("alert"));
        }
    }

    private void organisation(String id, String parent) throws Exception {
        JsonObject organisation = new JsonObject()
                .put("id", id)
                .put("parent", parent)
                .put("name", new JsonObject().put("zh", id).put("en", id))
                .put("kind", "county");
        assertEquals(200, server.post("/api/organisations", organisation).status());
    }

    @Test
    void devicesAreToldWhenTheyWereHeard() throws Exception {
        try (EventReader events = EventReader.open(server.http(), server.request("/api/events"))) {
            alarm("S-1");
            JsonObject device = events.next("device").data();
            assertEquals(Measurements.ANALYSER.toString(), device.getString("id"));
            assertEquals("2025-03-01T12:00:00.040Z", device.getString("lastReceivedAt"));
        }
    }

    @Test
    void theWorklistHasTheMostUrgentFirst() throws Exception {
        send(Lane.ALARM, Envelopes.of(Lane.ALARM, Measurements.glucose("S-1", "3.5", Measurements.NOON)));
        alarm("S-2");
        await().until(() ->
                server.get("/api/alerts").json().getJsonArray("alerts").size() == 2);
        List<String> priorities = server.get("/api/alerts?state=all").json().getJsonArray("alerts").stream()
                .map(alert -> ((JsonObject) alert).getString("priority"))
                .toList();
        assertEquals(priorities.stream().sorted().toList(), priorities);
        JsonObject device =
                server.get("/api/devices").json().getJsonArray("devices").getJsonObject(0);
        assertEquals(2, device.getInteger("openAlerts"));
    }

    private void alarm(String specimen) throws Exception {
        send(Lane.ALARM, Envelopes.of(Lane.ALARM, Measurements.potassium(specimen, "6.4", Measurements.NOON)));
    }

    private void send(Lane lane, byte[] envelope) throws Exception {
        try (TestGateway gateway = server.gateway()) {
            assertEquals(0, gateway.publish(lane, envelope));
            gateway.receipt();
        }
    }

    private TestServer.Answer login(String username, String password) throws Exception {
        return server.post(
                "/api/login", new JsonObject().put("username", username).put("password", password));
    }

    private TestServer.Answer withCookie(String path, String session) throws Exception {
        return server.send(HttpRequest.newBuilder(server.uri(path)).header("Cookie", session));
    }

    private static JsonObject gap(String from, String to, String reason) {
        return new JsonObject()
                .put("code", "mdc:131329")
                .put("from", from)
                .put("to", to)
                .put("reason", reason);
    }
}
