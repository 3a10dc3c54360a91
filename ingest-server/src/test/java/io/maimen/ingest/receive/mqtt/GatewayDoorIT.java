package io.maimen.ingest.receive.mqtt;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.maimen.ingest.Envelopes;
import io.maimen.ingest.Measurements;
import io.maimen.ingest.TestCredentials;
import io.maimen.ingest.TestGateway;
import io.maimen.ingest.TestServer;
import io.maimen.ingest.audit.Audit;
import io.maimen.ingest.clinical.ClinicalDatabase;
import io.maimen.ingest.gateways.Gateways;
import io.maimen.ingest.identity.ServerIdentity;
import io.maimen.ingest.sql.Database;
import io.maimen.observation.Lane;
import io.maimen.observation.time.SettableClock;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who does not get through the gateways' door, and that each who did not stands in the audit. Certificates hold for two
 * minutes here; the server's clock is moved by hand.
 */
class GatewayDoorIT {
    private static final int NOT_AUTHORIZED = 0x87;
    private static final Path MOSQUITTO = Path.of("/usr/bin/mosquitto_pub");
    private static final String OURS = Measurements.GATEWAY.value();
    private static final String OTHER = "clinic-other";
    private static final Duration LIFE = Duration.ofMinutes(2);

    @TempDir
    static Path directory;

    private static SettableClock clock;
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        // Near the machine's: Mosquitto judges the server's certificate by that. Certificates count whole seconds.
        clock = new SettableClock(Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
        server = TestServer.start(directory.resolve("data"), clock, "certificateLife: " + LIFE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whoShowsNoCertificateIsRefused() throws Exception {
        server.enrol(OURS);
        assertRefused("PKI-021", OURS, TestCredentials.stranger());
    }

    @Test
    void anotherGatewaysCertificateWithOurClientIdIsRefused() throws Exception {
        server.enrol(OURS);
        assertRefused("PKI-022", OURS, server.enrol(OTHER).tls());
    }

    /** The same names, the same words in the certificate; only the CA that signed it is not ours. */
    @Test
    void aCertificateOfAnotherServersCaEndsTheHandshake() throws Exception {
        server.enrol(OURS);
        SSLContext foreign = foreign().insistent();
        MqttException refused = assertThrows(MqttException.class, () -> connect(OURS, foreign));
        assertNotEquals(NOT_AUTHORIZED, refused.getReasonCode());
        await().untilAsserted(() -> assertAudited("wrong: PKI-020"));
    }

    @Test
    void aCertificateThatHasEndedIsRefused() throws Exception {
        SSLContext ours = server.enrol(OURS).tls();
        clock.advance(LIFE);
        assertRefused("PKI-024", OURS, ours);
    }

    @Test
    void aRevokedCertificateIsRefusedAndTheConnectionThatStandsEnds() throws Exception {
        SSLContext ours = server.enrol(OURS).tls();
        try (TestGateway gateway = connect(OURS, ours)) {
            server.post("/api/gateways/" + OURS + "/revoke", new JsonObject().put("reason", "stolen"));
            await().until(() -> !gateway.isConnected());
        }
        assertRefused("PKI-025", OURS, ours);
    }

    @Test
    void aLaterEnrolmentEndsTheConnectionThatStandsAndItsCertificate() throws Exception {
        SSLContext before = server.enrol(OURS).tls();
        try (TestGateway gateway = connect(OURS, before)) {
            SSLContext after = server.enrol(OURS).tls();
            await().until(() -> !gateway.isConnected());
            connect(OURS, after).close();
        }
        assertRefused("PKI-025", OURS, before);
    }

    /** What was not acknowledged by then the gateway keeps, and brings it with its next certificate. */
    @Test
    void aStandingConnectionEndsWithItsCertificate() throws Exception {
        SSLContext ours = server.enrol(OURS).tls();
        try (TestGateway gateway = connect(OURS, ours)) {
            clock.advance(LIFE.minusMillis(1));
            assertEquals(0, gateway.publish(Lane.VITAL, envelope("S-IN-TIME")));
            clock.advance(Duration.ofMillis(1));
            await().until(() -> !gateway.isConnected());
        }
        assertAudited("expired: PKI-024");
        await().until(() -> results().contains("S-IN-TIME"));
    }

    @Test
    void mosquittoGetsNowhereWithoutACertificate() throws Exception {
        server.enrol(OURS);
        assertMosquittoGetsNowhere("S-WITHOUT", List.of());
        assertAudited("wrong: PKI-021");
    }

    @Test
    void mosquittoGetsNowhereWithAnotherGatewaysCertificate() throws Exception {
        server.enrol(OURS);
        server.enrol(OTHER).write(directory);
        List<String> shown = List.of(
                "--cert", directory.resolve("gateway.pem").toString(),
                "--key", directory.resolve("gateway.key").toString());
        assertMosquittoGetsNowhere("S-WITH-OTHER", shown);
        assertAudited("wrong: PKI-022");
    }

    private static void assertMosquittoGetsNowhere(String specimen, List<String> shown) throws Exception {
        assumeTrue(Files.isExecutable(MOSQUITTO), "Debian package mosquitto-clients is missing");
        Path file = Files.write(directory.resolve(specimen), envelope(specimen));
        List<String> command = new ArrayList<>(List.of(MOSQUITTO.toString(), "-h", "127.0.0.1", "-V", "mqttv5"));
        command.addAll(List.of("-p", String.valueOf(server.mqttPort()), "-i", OURS, "--cafile"));
        command.add(directory.resolve("data/identity/ca.pem").toString());
        command.addAll(shown);
        command.addAll(List.of("-q", "1", "-t", "maimen/v1/" + OURS + "/envelope/vital", "-f", file.toString()));
        Process mosquitto =
                new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(mosquitto.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(mosquitto.waitFor(10, TimeUnit.SECONDS), "mosquitto_pub must give up");
        assertNotEquals(0, mosquitto.exitValue(), said);
        assertTrue(said.contains("Not authorized"), said);
        assertFalse(results().contains(specimen));
    }

    private static void assertRefused(String code, String id, SSLContext shown) throws Exception {
        MqttException refused = assertThrows(MqttException.class, () -> connect(id, shown));
        assertEquals(NOT_AUTHORIZED, refused.getReasonCode());
        assertAudited(code);
    }

    /** It is the newest refusal. */
    private static void assertAudited(String code) throws Exception {
        String newest = entries()
                .filter(entry -> entry.getString("action").equals("refused"))
                .findFirst()
                .orElseThrow()
                .getString("detail");
        assertTrue(newest.contains(code), newest);
    }

    private static Stream<JsonObject> entries() throws Exception {
        return server.get("/api/audit?limit=20").json().getJsonArray("entries").stream()
                .map(JsonObject.class::cast);
    }

    private static TestGateway connect(String id, SSLContext shown) throws MqttException {
        return TestGateway.connect(server.mqttPort(), id, shown);
    }

    private static byte[] envelope(String specimen) {
        return Envelopes.of(Lane.VITAL, Measurements.glucose(specimen, "5.1", Measurements.NOON));
    }

    private static String results() throws Exception {
        return server.get("/api/devices/" + Measurements.ANALYSER + "/results").body();
    }

    /** What another server gave to a gateway of our name. */
    private static TestCredentials foreign() throws Exception {
        Path elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
        try (Database clinical = ClinicalDatabase.open(elsewhere);
                Audit audit = Audit.open(clinical, elsewhere)) {
            ServerIdentity identity = ServerIdentity.open(elsewhere.resolve("identity"), List.of("127.0.0.1"), clock);
            return TestCredentials.enrol(Gateways.of(clinical, audit, identity, clock, LIFE), Measurements.GATEWAY);
        }
    }
}
