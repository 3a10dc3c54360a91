package io.maimen.simulator.identity;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.maimen.gateway.GatewayOnClock;
import io.maimen.ingest.Server;
import io.maimen.ingest.ServerOnClock;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.key.Ed25519;
import io.maimen.observation.time.SettableClock;
import io.maimen.simulator.query.ServerClient;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A doctor decides, a real server signs, a real gateway works by it: on one clock that the test sets. What the gateway works
 * by shows in the lane it gives a pressure, which the packs let overtake others from 180/110.
 */
class WhatGatewaysWorkByIT {
    private static final Duration LIFE = Duration.ofDays(30);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String PASSWORD = "the pulse of the wrist";

    @TempDir
    static Path directory;

    private static SettableClock clock;
    private static Server server;
    private static ServerClient admin;
    private static ServerClient doctor;

    @BeforeAll
    static void start() throws Exception {
        clock = new SettableClock(Clock.systemUTC().instant());
        server = ServerOnClock.start(directory.resolve("server"), clock, LIFE.toString());
        admin = admin();
        admin.createUser("dr-chen", "陈医生", "hospital-expert", "root", PASSWORD);
        doctor = login("dr-chen", PASSWORD);
    }

    /** A leap ends every login. */
    private static void leapTo(Instant moment) throws Exception {
        clock.set(moment);
        admin = admin();
        doctor = login("dr-chen", PASSWORD);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aGatewayWorksByTheNewestStateAlsoAfterDaysOffAndByNoForgedOne() throws Exception {
        String home = "home-wang";
        enrol(home);
        String wang = patientWithSlot(home, 1);
        limit(wang, 160, 100);
        int first;
        try (GatewayOnClock gateway = GatewayOnClock.start(yaml(home), clock)) {
            await().until(() -> isRunningTheNewest(home));
            first = listed(home).getInteger("reportedVersion");
            JsonObject behind = bytesBehind(gateway, home, 160, 1);
            assertEquals("alarm", behind.getString("lane"));
            JsonObject judged = behind.getJsonArray("judgedBy").getJsonObject(0);
            assertEquals(
                    "bp-crisis-repeat ≥ 160/100 mm[Hg]", judged.getString("ruleId") + " " + judged.getString("limit"));
            assertEquals("dr-chen", judged.getJsonObject("own").getString("by"));
            assertEquals("vital", bytesBehind(gateway, home, 161, 2).getString("lane"), "nobody's slot");
        }

        leapTo(clock.instant().plus(Duration.ofDays(5)));
        limit(wang, 165, 105);
        clock.advance(Duration.ofHours(1));
        limit(wang, 170, 108);
        try (GatewayOnClock gateway = GatewayOnClock.start(yaml(home), clock)) {
            await().until(() -> isRunningTheNewest(home) && listed(home).getInteger("reportedVersion") > first);
            assertEquals("alarm", bytesBehind(gateway, home, 170, 1).getString("lane"));

            int held = listed(home).getInteger("reportedVersion");
            // The server's own key is another one now to this gateway: what the server signs is a stranger's.
            Files.writeString(
                    directory.resolve(home).resolve("identity/desired.pub"),
                    Base64.getEncoder()
                            .encodeToString(Ed25519.newKeys().getPublic().getEncoded()));
            limit(wang, 150, 95);
            await().until(() -> refusal(home).startsWith("GW-081"));
            assertEquals(held, listed(home).getInteger("reportedVersion"));
            assertEquals("refused", status(gateway).getJsonObject("desired").getString("state"));
            assertEquals("vital", bytesBehind(gateway, home, 169, 1).getString("lane"), "the one before holds");
        }
    }

    @Test
    void aGatewayEnrolledBeforeThereWereDesiredStatesWorksByThemAfterItsNextCertificate() throws Exception {
        String old = "clinic-old";
        enrol(old);
        Path key = directory.resolve(old).resolve("identity/desired.pub");
        Files.delete(key);
        Instant first = clock.instant().plus(LIFE);
        leapTo(first.minus(LIFE.dividedBy(4)));
        try (GatewayOnClock gateway = GatewayOnClock.start(yaml(old), clock)) {
            await().until(() -> refusal(old).startsWith("GW-080"));
            await().until(() -> until(gateway).isAfter(first) && Files.exists(key));
            admin.post(
                    "/api/revocations",
                    new JsonObject()
                            .put("kind", "driver")
                            .put("id", "ecg-patch")
                            .put("reason", "recalled"));
            await().until(() -> isRunningTheNewest(old));
            assertEquals("applied", status(gateway).getJsonObject("desired").getString("state"));
        }
    }

    private static void enrol(String gateway) throws Exception {
        admin.post("/api/gateways", new JsonObject().put("id", gateway).put("organisation", "root"));
        String code = admin.post("/api/gateways/" + gateway + "/code", new JsonObject())
                .getString("code");
        GatewayOnClock.enrol(yaml(gateway), code);
    }

    private static String patientWithSlot(String device, int slot) throws Exception {
        JsonObject card = new JsonObject().put("system", "clinic-number").put("value", device);
        JsonObject patient = new JsonObject().put("name", "王兰").put("identifiers", new JsonArray().add(card));
        String id = doctor.post("/api/patients", patient).getString("id");
        doctor.post(
                "/api/devices/serial:" + device + "/slots",
                new JsonObject().put("slot", slot).put("patient", id));
        return id;
    }

    /** For the rule that chooses the lane, and for the one that a single reading meets. */
    private static void limit(String patient, int systolic, int diastolic) throws Exception {
        for (String rule : new String[] {"bp-crisis", "bp-crisis-symptom", "bp-crisis-repeat"}) {
            doctor.post(
                    "/api/patients/" + patient + "/thresholds",
                    new JsonObject()
                            .put("rule", rule)
                            .put("limit", ">= " + systolic + "/" + diastolic + " mm[Hg]")
                            .put(
                                    "until",
                                    clock.instant().plus(Duration.ofDays(60)).toString())
                            .put("reason", "after a stroke"));
        }
    }

    /** Measures once, and gives what is behind the number when it was stored and judged. */
    private static JsonObject bytesBehind(GatewayOnClock gateway, String device, int systolic, int slot)
            throws Exception {
        clock.advance(Duration.ofMinutes(10));
        int before = doctor.readings(DeviceId.serial(device)).size();
        measure(gateway, device, systolic, slot);
        await().until(() -> doctor.readings(DeviceId.serial(device)).size() > before && admin.readersAtTheEnd());
        JsonArray items =
                doctor.get("/api/devices/serial:" + device + "/readings").getJsonArray("items");
        String newest = items.getJsonObject(items.size() - 1).getString("observationId");
        return doctor.get("/api/observations/" + newest + "/bytes");
    }

    /** One reading, which the gateway has durably when this returns; docs/devices/senml-cuff.md. */
    private static void measure(GatewayOnClock gateway, String device, int systolic, int slot) throws Exception {
        String pack = "[{\"n\":\"systolic\",\"u\":\"mmHg\",\"v\":" + systolic
                + "},{\"n\":\"diastolic\",\"u\":\"mmHg\",\"v\":79},{\"n\":\"slot\",\"v\":" + slot + "}]";
        MqttAsyncClient cuff = new MqttAsyncClient(gateway.address("mqtt").toString(), device, new MemoryPersistence());
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName("cuff");
        options.setPassword("p".getBytes(StandardCharsets.UTF_8));
        cuff.connect(options).waitForCompletion(10_000);
        cuff.publish("senml/bp", pack.getBytes(StandardCharsets.UTF_8), 1, false)
                .waitForCompletion(10_000);
        cuff.disconnectForcibly(0, 0, false);
    }

    private static boolean isRunningTheNewest(String gateway) throws Exception {
        JsonObject listed = listed(gateway);
        Integer desired = listed.getInteger("desiredVersion");
        return desired != null
                && desired.equals(listed.getInteger("reportedVersion"))
                && listed.getString("desiredRefusal") == null;
    }

    private static String refusal(String gateway) throws Exception {
        String refusal = listed(gateway).getString("desiredRefusal");
        return refusal == null ? "" : refusal;
    }

    private static JsonObject listed(String gateway) throws Exception {
        return admin.get("/api/gateways").getJsonArray("gateways").stream()
                .map(JsonObject.class::cast)
                .filter(known -> known.getString("id").equals(gateway))
                .findFirst()
                .orElseThrow();
    }

    private static Instant until(GatewayOnClock gateway) throws Exception {
        return Instant.parse(status(gateway).getJsonObject("identity").getString("certificateUntil"));
    }

    private static JsonObject status(GatewayOnClock gateway) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(gateway.address("status").resolve("/status"))
                .build();
        return new JsonObject(
                HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private static ServerClient admin() throws Exception {
        String[] admin = Files.readString(directory.resolve("server/first-admin.txt"))
                .strip()
                .split(" ", 2);
        return login(admin[0], admin[1]);
    }

    private static ServerClient login(String username, String password) throws Exception {
        return ServerClient.login(https(), directory.resolve("server/identity/ca.pem"), username, password);
    }

    private static URI https() {
        return URI.create("https://127.0.0.1:" + server.httpPort());
    }

    private static String yaml(String gateway) {
        return """
                gateway: { id: %1$s, place: Asia/Shanghai, directory: %2$s, status: {port: 0} }
                server: { url: "ssl://127.0.0.1:%3$d", enrolment: "%4$s" }
                mqtt: { port: 0 }
                devices:
                  - { id: "serial:%1$s", driver: senml, connection: mqtt, username: cuff, password: "p", topicPrefix: "senml/" }
                """.formatted(gateway, directory.resolve(gateway), server.mqttPort(), https());
    }
}
