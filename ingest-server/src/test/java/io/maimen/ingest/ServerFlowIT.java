package io.maimen.ingest;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.Lane;
import io.maimen.observation.time.SettableClock;
import io.maimen.observation.wire.EnvelopeCodec;
import io.maimen.observation.wire.Receipt;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a gateway's envelope to the doctor's eyes, every part real. */
class ServerFlowIT {
    private static final int SUCCESS = 0;

    @TempDir
    Path directory;

    private final SettableClock clock = new SettableClock(Measurements.NOON);

    @Test
    void criticalPotassiumReachesAnEventStreamAndIsReviewedByTwoAndClosed() throws Exception {
        try (TestServer server = TestServer.start(directory, clock);
                TestGateway gateway = server.gateway();
                EventReader events = EventReader.open(server.http(), server.request("/api/events"))) {
            events.next("hello");
            byte[] envelope = Envelopes.of(Lane.ALARM, Measurements.potassium("S-1", "6.4", Measurements.NOON));

            assertEquals(SUCCESS, gateway.publish(Lane.ALARM, envelope));
            Receipt receipt = gateway.receipt();
            assertEquals(EnvelopeCodec.digest(envelope), receipt.envelopeDigest());
            assertEquals(List.of(new Receipt.Stored(0, 0)), receipt.outcomes());

            JsonObject alert = events.next("alert").data();
            assertEquals("6.4", alert.getString("value"));
            assertEquals("new", alert.getString("state"));
            assertEquals("S-1", alert.getString("specimen"));
            assertTrue(alert.getBoolean("simulated"));

            String path = "/api/alerts/" + alert.getString("id");
            clock.advance(Duration.ofMinutes(1));
            TestServer li = server.as("dr.li", "village-doctor", "root");
            TestServer wang = server.as("dr.wang", "county-reader", "root");
            JsonObject nothing = new JsonObject();
            JsonObject opinion = new JsonObject().put("opinion", "refer").put("text", "weak, pulse irregular");
            JsonObject agreed = new JsonObject().put("opinion", "confirmed");
            JsonObject reason = new JsonObject().put("reason", "repeated: 4.4");
            assertEquals(403, server.post(path + "/acknowledge", nothing).status(), "the administrator signs nothing");
            assertEquals(200, li.post(path + "/acknowledge", nothing).status());
            assertEquals("acknowledged", events.next("alert").data().getString("state"));
            assertRefused(409, "ALR-022", wang.post(path + "/acknowledge", nothing));
            assertRefused(409, "ALR-023", wang.post(path + "/close", reason));
            assertEquals(200, li.post(path + "/review", opinion).status());
            assertEquals("first-reviewed", events.next("alert").data().getString("state"));
            assertRefused(409, "ALR-027", li.post(path + "/review", opinion));
            TestServer chen = server.as("dr.chen", "village-doctor", "root");
            assertRefused(403, "ALR-026", chen.post(path + "/review", opinion));
            assertRefused(400, "SRV-071", wang.post(path + "/review", nothing));
            assertEquals(200, wang.post(path + "/review", agreed).status());
            JsonObject reviewed = events.next("alert").data();
            assertEquals("second-reviewed", reviewed.getString("state"));
            assertEquals(
                    new JsonObject()
                            .put("level", 1)
                            .put("by", "dr.li")
                            .put("at", "2025-03-01T12:01:00.000Z")
                            .put("opinion", "refer")
                            .put("text", "weak, pulse irregular"),
                    reviewed.getJsonArray("reviews").getJsonObject(0));
            assertEquals("closed", li.post(path + "/close", reason).json().getString("state"));

            JsonObject detail = li.get(path).json();
            assertEquals(
                    List.of("opened", "acknowledged", "first-reviewed", "second-reviewed", "closed"),
                    detail.getJsonArray("history").stream()
                            .map(entry -> ((JsonObject) entry).getString("action"))
                            .toList());
            assertEquals("repeated: 4.4", detail.getJsonObject("closed").getString("reason"));
            assertEquals(1, detail.getJsonArray("readings").size());
        }
    }

    private static void assertRefused(int status, String code, TestServer.Answer answer) {
        assertEquals(status, answer.status(), answer.body());
        assertEquals(code, answer.json().getString("code"));
    }

    @Test
    void whatWasAcknowledgedIsThereAfterARestartAndOnceOnly() throws Exception {
        byte[] envelope = Envelopes.of(
                Lane.VITAL,
                Measurements.glucose("S-1", "5.1", Measurements.NOON),
                Measurements.ecg(0, Measurements.NOON));
        String readings = "/api/devices/" + Measurements.ANALYSER + "/readings";
        try (TestServer server = TestServer.start(directory, clock);
                TestGateway gateway = server.gateway()) {
            gateway.publish(Lane.VITAL, envelope);
            gateway.publish(Lane.VITAL, envelope);
        }
        try (TestServer server = TestServer.start(directory, clock);
                TestGateway gateway = server.gateway()) {
            gateway.publish(Lane.VITAL, envelope);
            await().until(() ->
                    server.get(readings).json().getJsonArray("items").size() == 1);
            JsonObject strip = server.get("/api/devices/" + Measurements.PATCH + "/waveform?latestSeconds=10")
                    .json();
            assertEquals(
                    500,
                    strip.getJsonArray("blocks")
                            .getJsonObject(0)
                            .getJsonArray("samples")
                            .size());
            assertEquals(
                    2, server.get("/api/devices").json().getJsonArray("devices").size());
        }
    }
}
