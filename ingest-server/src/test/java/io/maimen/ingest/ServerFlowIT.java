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
    void criticalPotassiumReachesAnEventStreamAndIsAcknowledgedAndClosed() throws Exception {
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
            TestServer doctor = server.doctor();
            clock.advance(Duration.ofMinutes(1));
            assertEquals(
                    200, doctor.post(path + "/acknowledge", new JsonObject()).status());
            assertEquals("acknowledged", events.next("alert").data().getString("state"));
            assertEquals(
                    409, doctor.post(path + "/acknowledge", new JsonObject()).status());
            JsonObject closed = doctor.post(path + "/close", new JsonObject().put("reason", "repeated: 4.4"))
                    .json();
            assertEquals("repeated: 4.4", closed.getJsonObject("closed").getString("reason"));

            JsonObject detail = server.get(path).json();
            assertEquals(3, detail.getJsonArray("history").size());
            assertEquals(1, detail.getJsonArray("readings").size());
        }
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
