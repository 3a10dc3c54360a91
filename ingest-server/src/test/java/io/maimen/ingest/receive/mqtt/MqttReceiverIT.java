package io.maimen.ingest.receive.mqtt;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.maimen.ingest.Envelopes;
import io.maimen.ingest.Measurements;
import io.maimen.ingest.TestCredentials;
import io.maimen.ingest.TestGateway;
import io.maimen.ingest.TestServer;
import io.maimen.observation.Bytes;
import io.maimen.observation.Lane;
import io.maimen.observation.wire.EnvelopeSignature;
import io.maimen.observation.wire.Receipt;
import io.vertx.core.json.JsonArray;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateways' door as foreign clients find it: Paho, and Mosquitto's where it is installed. */
class MqttReceiverIT {
    // Reason codes of MQTT 5, section 2.4.
    private static final int SUCCESS = 0x00;
    private static final int NOT_AUTHORIZED = 0x87;
    private static final int PAYLOAD_FORMAT_INVALID = 0x99;

    private static final String GATEWAY = Measurements.GATEWAY.value();

    @TempDir
    static Path directory;

    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start(directory.resolve("data"), Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clinic-other", "CLINIC-DEMO", "clinic-demo2"})
    void aClientIdThatTheCertificateDoesNotSayIsRefused(String id) throws Exception {
        SSLContext tls = server.credentials().tls();
        MqttException refused =
                assertThrows(MqttException.class, () -> TestGateway.connect(server.mqttPort(), id, tls));
        assertEquals(NOT_AUTHORIZED, refused.getReasonCode());
    }

    @Test
    void whoShowsNoCertificateIsRefused() throws Exception {
        server.credentials();
        SSLContext stranger = TestCredentials.stranger();
        MqttException refused =
                assertThrows(MqttException.class, () -> TestGateway.connect(server.mqttPort(), GATEWAY, stranger));
        assertEquals(NOT_AUTHORIZED, refused.getReasonCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maimen/v1/clinic-other/envelope/vital",
                "maimen/v1/clinic-demo/envelope/urgent",
                "maimen/v1/clinic-demo/envelope/vital/more",
                "maimen/v1/clinic-demo/receipt",
                "anything"
            })
    void aTopicThatIsNotTheGatewaysOwnIsRefused(String topic) throws Exception {
        try (TestGateway gateway = server.gateway()) {
            byte[] envelope = Envelopes.of(Lane.VITAL, Measurements.glucose("S-TOPIC", "5.1", Measurements.NOON));
            assertEquals(NOT_AUTHORIZED, gateway.publish(topic, envelope));
        }
        assertFalse(results().contains("S-TOPIC"));
    }

    @Test
    void bytesThatAreNoEnvelopeAreRefusedAndFoundInQuarantine() throws Exception {
        try (TestGateway gateway = server.gateway()) {
            assertEquals(PAYLOAD_FORMAT_INVALID, gateway.publish(Lane.VITAL, new byte[] {1, 2, 3}));
        }
        await().until(() -> quarantine().size() == 1);
        assertEquals("010203", quarantine().getJsonObject(0).getString("hex"));
    }

    /** Signed by nobody, by a key that nobody knows, over other items; each then offered again. */
    @Test
    void whatItsGatewayDidNotSignIsRefusedAndLeavesNothingButAnEntryInTheAudit() throws Exception {
        var glucose = Measurements.glucose("S-UNSIGNED", "5.1", Measurements.NOON);
        List<Bytes> items = List.of(Envelopes.item(glucose));
        byte[] signed = EnvelopeSignature.signed(Measurements.GATEWAY, Lane.VITAL, items);
        EnvelopeSignature ofOtherItems = TestCredentials.sign(new byte[] {1});
        EnvelopeSignature ofAStranger = TestCredentials.sign(TestCredentials.keys("Ed25519"), signed);
        try (TestGateway gateway = server.gateway()) {
            for (Optional<EnvelopeSignature> signature :
                    List.of(Optional.<EnvelopeSignature>empty(), Optional.of(ofAStranger), Optional.of(ofOtherItems))) {
                byte[] envelope = Envelopes.of(Lane.VITAL, List.of(), items, signature);
                assertEquals(NOT_AUTHORIZED, gateway.publish(Lane.VITAL, envelope));
                assertEquals(NOT_AUTHORIZED, gateway.publish(Lane.VITAL, envelope));
            }
            assertFalse(results().contains("S-UNSIGNED"));
            assertEquals(SUCCESS, gateway.publish(Lane.VITAL, Envelopes.of(Lane.VITAL, List.of(), items)));
        }
        String audit = server.get("/api/audit?limit=100").body();
        for (String code : List.of("PKI-026", "PKI-027", "PKI-028")) {
            assertEquals(2, audit.split(code, -1).length, code + " must be in the audit once but it was " + audit);
        }
        await().until(() -> results().contains("S-UNSIGNED"));
    }

    @Test
    void fortyEnvelopesAreAllReceiptedInTheOrderTheyWereSent() throws Exception {
        try (TestGateway gateway = server.gateway()) {
            for (int i = 0; i < 40; i++) {
                byte[] envelope = Envelopes.of(Lane.WAVEFORM, Measurements.ecg(i, Measurements.NOON));
                assertEquals(SUCCESS, gateway.publish(Lane.WAVEFORM, envelope));
                assertEquals(
                        List.of(new Receipt.Stored(0, 0)), gateway.receipt().outcomes());
            }
        }
    }

    @Test
    void aSecondConnectionTakesThePlaceOfTheFirst() throws Exception {
        try (TestGateway first = server.gateway();
                TestGateway second = server.gateway()) {
            await().until(() -> !first.isConnected());
            assertTrue(second.isConnected());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mqttv5", "mqttv311"})
    void mosquittoCanSendAnEnvelope(String version) throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/mosquitto_pub")), "Debian package mosquitto-clients is missing");
        Path file = Files.write(
                directory.resolve("envelope.cbor"),
                Envelopes.of(Lane.VITAL, Measurements.glucose("S-" + version, "5.1", Measurements.NOON)));
        TestCredentials credentials = server.credentials();
        credentials.write(directory);
        Process mosquitto = new ProcessBuilder(
                        "/usr/bin/mosquitto_pub",
                        "-h",
                        "127.0.0.1",
                        "-p",
                        String.valueOf(server.mqttPort()),
                        "-V",
                        version,
                        "-i",
                        GATEWAY,
                        "--cafile",
                        directory.resolve("data/identity/ca.pem").toString(),
                        "--cert",
                        directory.resolve("gateway.pem").toString(),
                        "--key",
                        directory.resolve("gateway.key").toString(),
                        "-q",
                        "1",
                        "-t",
                        "maimen/v1/" + GATEWAY + "/envelope/vital",
                        "-f",
                        file.toString())
                .inheritIO()
                .start();
        assertTrue(mosquitto.waitFor(20, TimeUnit.SECONDS), "mosquitto_pub must get its PUBACK");
        assertEquals(0, mosquitto.exitValue());
        await().until(() -> results().contains("S-" + version));
    }

    private static String results() throws Exception {
        return server.get("/api/devices/" + Measurements.ANALYSER + "/results").body();
    }

    private JsonArray quarantine() throws Exception {
        return server.get("/api/quarantine").json().getJsonArray("items");
    }
}
