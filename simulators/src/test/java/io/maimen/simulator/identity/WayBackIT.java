package io.maimen.simulator.identity;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.gateway.GatewayOnClock;
import io.maimen.ingest.Server;
import io.maimen.ingest.ServerOnClock;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.time.SettableClock;
import io.maimen.simulator.query.ServerClient;
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
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real gateway and a real server, each on a clock of its own; certificates hold for half an hour. */
class WayBackIT {
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final URI NOWHERE = URI.create("https://127.0.0.1:1");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path directory;

    private static SettableClock serverClock;
    private static Server server;

    @BeforeAll
    static void start() throws Exception {
        serverClock = new SettableClock(Clock.systemUTC().instant());
        server = ServerOnClock.start(directory.resolve("server"), serverClock, LIFE.toString());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** What a cuff measured while nothing went through waits in the outbox, and arrives after the way back. */
    @ParameterizedTest
    @ValueSource(ints = {-365, 365})
    void afterItsCertificateEndedAGatewayWhoseClockIsAYearWrongFindsBackByItself(int days) throws Exception {
        String gateway = "clinic-" + (days < 0 ? "behind" : "ahead");
        enrol(gateway);
        serverClock.advance(LIFE.multipliedBy(2));
        try (GatewayOnClock cutOff = GatewayOnClock.start(yaml(gateway, NOWHERE), serverClock)) {
            measure(cutOff, gateway);
            assertFalse(status(cutOff).getJsonObject("uplink").getBoolean("connected"));
        }
        Clock wrong = Clock.offset(serverClock, Duration.ofDays(days));
        try (GatewayOnClock back = GatewayOnClock.start(yaml(gateway, https()), wrong)) {
            await().until(() -> waiting(back) == 0);
            ServerClient reader = admin();
            await().until(() -> values(reader, gateway) == 2);
            JsonObject identity = status(back).getJsonObject("identity");
            assertEquals(-days, Math.round(identity.getLong("clockOffsetMs") / 86_400_000.0));
            Instant until = Instant.parse(identity.getString("certificateUntil"));
            assertTrue(until.isAfter(serverClock.instant()), until.toString());
            assertTrue(status(back).getJsonArray("reasons").contains("this gateway's clock is wrong: set it"));
        }
    }

    @Test
    void aConnectedGatewayRenewsBeforeItsCertificateEndsAndStaysWithoutLoss() throws Exception {
        enrol("clinic-steady");
        try (GatewayOnClock gateway = GatewayOnClock.start(yaml("clinic-steady", https()), serverClock)) {
            await().until(() -> connected(gateway) && clockIsKnown(gateway));
            Instant first = until(gateway);
            serverClock.advance(LIFE.multipliedBy(2).dividedBy(3));
            await().until(() -> until(gateway).isAfter(first));
            assertTrue(connected(gateway), "the standing connection is not disturbed by the new certificate");
            measure(gateway, "clinic-steady");
            serverClock.set(first);
            ServerClient reader = admin();
            await().until(() -> audited(reader, "PKI-024", "clinic-steady"));
            measure(gateway, "clinic-steady");
            await().until(() -> values(reader, "clinic-steady") == 4);
            assertTrue(until(gateway).isAfter(serverClock.instant()));
        }
    }

    private static void enrol(String gateway) throws Exception {
        ServerClient admin = admin();
        admin.post("/api/gateways", new JsonObject().put("id", gateway).put("organisation", "root"));
        String code = admin.post("/api/gateways/" + gateway + "/code", new JsonObject())
                .getString("code");
        GatewayOnClock.enrol(yaml(gateway, https()), code);
    }

    /** A new login each time: the clock's leaps end old ones. */
    private static ServerClient admin() throws Exception {
        String[] admin = Files.readString(directory.resolve("server/first-admin.txt"))
                .strip()
                .split(" ", 2);
        return ServerClient.login(https(), directory.resolve("server/identity/ca.pem"), admin[0], admin[1]);
    }

    private static URI https() {
        return URI.create("https://127.0.0.1:" + server.httpPort());
    }

    private static String yaml(String gateway, URI enrolment) {
        return """
                gateway: { id: %1$s, place: Asia/Shanghai, directory: %2$s, status: {port: 0} }
                server: { url: "ssl://127.0.0.1:%3$d", enrolment: "%4$s" }
                mqtt: { port: 0 }
                devices:
                  - { id: "serial:%1$s", driver: senml, connection: mqtt, username: cuff, password: "p", topicPrefix: "senml/" }
                """.formatted(gateway, directory.resolve(gateway), server.mqttPort(), enrolment);
    }

    /** One reading, which the gateway has durably when this returns; docs/devices/senml-cuff.md. */
    private static void measure(GatewayOnClock gateway, String device) throws Exception {
        String pack = "[{\"n\":\"systolic\",\"u\":\"mmHg\",\"v\":128},{\"n\":\"diastolic\",\"u\":\"mmHg\",\"v\":79}]";
        MqttAsyncClient cuff = new MqttAsyncClient(gateway.address("mqtt").toString(), device, new MemoryPersistence());
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setUserName("cuff");
        options.setPassword("p".getBytes(StandardCharsets.UTF_8));
        cuff.connect(options).waitForCompletion(10_000);
        cuff.publish("senml/bp", pack.getBytes(StandardCharsets.UTF_8), 1, false)
                .waitForCompletion(10_000);
        cuff.disconnectForcibly(0, 0, false);
    }

    private static JsonObject status(GatewayOnClock gateway) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(gateway.address("status").resolve("/status"))
                .build();
        return new JsonObject(
                HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private static long waiting(GatewayOnClock gateway) throws Exception {
        return status(gateway).getJsonArray("lanes").stream()
                .mapToLong(lane -> ((JsonObject) lane).getLong("entries"))
                .sum();
    }

    private static boolean connected(GatewayOnClock gateway) throws Exception {
        return status(gateway).getJsonObject("uplink").getBoolean("connected");
    }

    private static boolean clockIsKnown(GatewayOnClock gateway) throws Exception {
        return status(gateway).getJsonObject("identity").getLong("clockOffsetMs") != null;
    }

    private static Instant until(GatewayOnClock gateway) throws Exception {
        return Instant.parse(status(gateway).getJsonObject("identity").getString("certificateUntil"));
    }

    /** Two of each reading. */
    private static int values(ServerClient reader, String device) throws Exception {
        return reader.readings(DeviceId.serial(device)).size();
    }

    private static boolean audited(ServerClient reader, String code, String gateway) throws Exception {
        return reader.get("/api/audit?limit=50").getJsonArray("entries").stream()
                .map(entry -> ((JsonObject) entry).getString("detail"))
                .anyMatch(detail -> detail.contains(code) && detail.contains(gateway));
    }
}
