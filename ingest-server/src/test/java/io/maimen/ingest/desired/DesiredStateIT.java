package io.maimen.ingest.desired;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.ingest.Measurements;
import io.maimen.ingest.TestCredentials;
import io.maimen.ingest.TestGateway;
import io.maimen.ingest.TestServer;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.wire.DesiredContent;
import io.maimen.observation.wire.DesiredState;
import io.maimen.observation.wire.DesiredStateCodec;
import io.maimen.observation.wire.Reported;
import io.maimen.observation.wire.ReportedCodec;
import io.maimen.observation.wire.SignedState;
import io.maimen.observation.wire.SignedStateCodec;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What flows down, as a gateway sees it, and what the server knows of it afterwards. */
class DesiredStateIT {
    private static final int PAYLOAD_FORMAT_INVALID = 0x99;
    private static final String RULE = "GL-4";

    private static TestServer server;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        server = TestServer.start(directory, Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static DesiredState read(byte[] bytes) throws Exception {
        return new DesiredStateCodec()
                .fromCbor(new SignedStateCodec().fromCbor(bytes).state().toArray());
    }

    private static JsonObject inTheList(String gateway) throws Exception {
        return server.get("/api/gateways").json().getJsonArray("gateways").stream()
                .map(JsonObject.class::cast)
                .filter(known -> known.getString("id").equals(gateway))
                .findFirst()
                .orElseThrow();
    }

    private static void report(TestGateway gateway, String id, Reported reported) throws Exception {
        assertEquals(0, gateway.publish("maimen/v1/" + id + "/reported", new ReportedCodec().toCbor(reported)));
    }

    @Test
    void theStateIsSignedByTheKeyThatCameWithTheEnrolment() throws Exception {
        server.post("/api/gateways", new JsonObject().put("id", "clinic-key").put("organisation", "root"));
        String code = server.post("/api/gateways/clinic-key/code", new JsonObject())
                .json()
                .getString("code");
        JsonObject enrolled = server.post("/api/enrol", TestCredentials.enrolment(code, "clinic-key"))
                .json();
        PublicKey key = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(enrolled.getString("desiredKey"))));
        TestCredentials credentials =
                new TestCredentials(new GatewayId("clinic-key"), enrolled.getString("certificate"));
        try (TestGateway gateway = TestGateway.connect(server.mqttPort(), credentials)) {
            gateway.subscribeDesired();
            SignedState signed = new SignedStateCodec().fromCbor(gateway.desired());
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(SignedState.signed(signed.state().toArray()));
            assertTrue(check.verify(signed.signature().toArray()));
            DesiredState state = new DesiredStateCodec().fromCbor(signed.state().toArray());
            assertEquals("clinic-key", state.gateway().value());
            assertEquals(
                    List.of("poct-critical", "bp-china", "ecg-rhythm"),
                    state.content().packs().stream()
                            .map(DesiredContent.Pack::id)
                            .toList());
        }
    }

    @Test
    void aChangeComesOnTheStandingConnectionAndTheNewestAfterTimeOffline() throws Exception {
        TestCredentials credentials = server.enrol("clinic-far");
        int before;
        try (TestGateway gateway = TestGateway.connect(server.mqttPort(), credentials)) {
            gateway.subscribeDesired();
            byte[] first = gateway.desired();
            before = read(first).version();
            gateway.subscribeDesired();
            assertArrayEquals(first, gateway.desired(), "nothing changed: the same bytes again");
            revoke("device", "serial:AN-0666", true);
            DesiredState second = read(gateway.desired());
            assertEquals(before + 1, second.version());
            assertEquals("serial:AN-0666", second.content().revocations().get(0).id());
            report(gateway, "clinic-far", new Reported(second.version(), Optional.empty()));
        }
        assertEquals(before + 1, inTheList("clinic-far").getInteger("reportedVersion"));

        revoke("device", "serial:AN-0666", false);
        revoke("driver", "ecg-patch", true);
        try (TestGateway gateway = TestGateway.connect(server.mqttPort(), credentials)) {
            gateway.subscribeDesired();
            DesiredState newest = read(gateway.desired());
            assertTrue(newest.version() > before + 1);
            assertEquals(
                    List.of("ecg-patch"),
                    newest.content().revocations().stream()
                            .map(DesiredContent.Revocation::id)
                            .toList());
            report(gateway, "clinic-far", new Reported(before + 1, Optional.of("GW-084 pack must be readable")));
            JsonObject listed = inTheList("clinic-far");
            assertEquals(newest.version(), listed.getInteger("desiredVersion"));
            assertEquals(before + 1, listed.getInteger("reportedVersion"));
            assertEquals("GW-084 pack must be readable", listed.getString("desiredRefusal"));
        }
        revoke("driver", "ecg-patch", false);
    }

    private static String patient(TestServer doctor, String name, String clinicNumber) throws Exception {
        JsonObject identifier = new JsonObject().put("system", "clinic-number").put("value", clinicNumber);
        JsonObject patient = new JsonObject().put("name", name).put("identifiers", new JsonArray().add(identifier));
        return doctor.post("/api/patients", patient).json().getString("id");
    }

    private static void revoke(String kind, String id, boolean revoked) throws Exception {
        JsonObject body = new JsonObject()
                .put("kind", kind)
                .put("id", id)
                .put("reason", "battery fire")
                .put("revoked", revoked);
        assertEquals(200, server.post("/api/revocations", body).status());
        assertTrue(server.get("/api/audit").body().contains("battery fire"));
    }

    @Test
    void slotMapsAndLimitsOfThePatientsComeDown() throws Exception {
        TestServer doctor = server.doctor();
        String patient = patient(doctor, "王兰", "B-1");
        JsonObject slot = new JsonObject().put("slot", 2).put("patient", patient);
        assertEquals(200, doctor.post("/api/devices/serial:BP-0001/slots", slot).status());
        JsonObject limit = new JsonObject()
                .put("rule", RULE)
                .put("limit", ">= 20.0 mmol/L")
                .put("until", "2045-01-01T00:00:00Z")
                .put("reason", "known for years");
        TestServer.Answer taken = doctor.post("/api/patients/" + patient + "/thresholds", limit);
        assertEquals(200, taken.status(), taken.body());
        try (TestGateway gateway = TestGateway.connect(server.mqttPort(), server.enrol("clinic-slots"))) {
            gateway.subscribeDesired();
            DesiredContent content = read(gateway.desired()).content();
            assertEquals(
                    List.of(patient),
                    content.slotMaps().stream()
                            .map(map -> map.patient().value())
                            .toList());
            assertEquals(
                    List.of(">= 20.0 mmol/L"),
                    content.thresholds().stream()
                            .map(DesiredContent.PersonalLimit::limit)
                            .toList());
        }
    }

    @Test
    void aLimitNobodyCanReadAndARuleThereIsNotAreRefused() throws Exception {
        TestServer doctor = server.doctor();
        String patient = patient(doctor, "王松", "B-2");
        JsonObject limit = new JsonObject()
                .put("rule", RULE)
                .put("limit", "rather high")
                .put("until", "2045-01-01T00:00:00Z")
                .put("reason", "known for years");
        String address = "/api/patients/" + patient + "/thresholds";
        assertEquals(400, doctor.post(address, limit).status());
        limit.put("limit", "< 20.0 mmol/L");
        TestServer.Answer reversed = doctor.post(address, limit);
        assertEquals(400, reversed.status());
        assertTrue(reversed.body().contains("≥ 16.7 mmol/L"), reversed.body());
        limit.put("limit", ">= 20.0 mmol/L").put("rule", "no-such-rule");
        assertEquals(400, doctor.post(address, limit).status());
        assertEquals(403, server.post(address, limit).status(), "an administrator treats nobody");
        assertEquals(403, doctor.post("/api/revocations", new JsonObject()).status());
    }

    @Test
    void aReportNobodyCanReadIsSaidToBeOne() throws Exception {
        try (TestGateway gateway = server.gateway()) {
            assertEquals(
                    PAYLOAD_FORMAT_INVALID,
                    gateway.publish("maimen/v1/" + Measurements.GATEWAY + "/reported", new byte[] {1, 2}));
            await().until(gateway::isConnected);
        }
    }
}
