package io.maimen.gateway;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.maimen.gateway.config.ConfigReader;
import io.maimen.gateway.connect.serial.PtyPair;
import io.maimen.gateway.identity.TestAuthority;
import io.maimen.gateway.uplink.ReceivingServer;
import io.maimen.observation.Lane;
import io.maimen.observation.device.GatewayId;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole gateway with its real parts: pty, MQTT, drivers, disk, HTTP; only the server is small. */
class GatewayTest {
    private static final Path MOSQUITTO = Path.of("/usr/bin/mosquitto_pub");

    @TempDir
    private Path directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ReceivingServer server = new ReceivingServer(16);
    private PtyPair cable;
    private AnalyserScript analyser;
    private Gateway gateway;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(PtyPair.available(), "socat makes the ptys: install Debian package socat");
        cable = PtyPair.open(Files.createDirectory(directory.resolve("ptys")));
        analyser = new AnalyserScript(cable);
        server.listen(0);
    }

    @AfterEach
    void stop() throws Exception {
        if (gateway != null) {
            gateway.close();
        }
        server.close();
        cable.close();
    }

    private void startIn(Path data) throws Exception {
        String yaml = """
                gateway: { id: clinic-demo, place: Asia/Shanghai, directory: %s, status: {port: 0} }
                server: { url: "%s", enrolment: "https://127.0.0.1:1" }
                mqtt: { port: 0 }
                devices:
                  - { id: "serial:AN-0001", driver: astm, connection: serial, port: %s }
                  - { id: "serial:ECG-0001", driver: ecg-patch, connection: mqtt, username: ECG-0001, password: "p" }
                """.formatted(data, server.url(), cable.port());
        TestAuthority.INSTANCE.enrol(data, new GatewayId("clinic-demo"));
        gateway = Gateway.start(
                ConfigReader.parse(yaml, Drivers.onClassPath().keySet()), Drivers.onClassPath(), Clock.systemUTC());
    }

    private String address(String name) {
        String line = gateway.readyLine();
        String rest = line.substring(line.indexOf(name + "=") + name.length() + 1);
        return rest.contains(" ") ? rest.substring(0, rest.indexOf(' ')) : rest;
    }

    private JsonObject get(String path) throws Exception {
        return new JsonObject(answer(path).body());
    }

    private HttpResponse<String> answer(String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address("status") + path)).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private void awaitState(String state) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals(
                        state, get("/status").getString("state"), get("/status").encode()));
    }

    @Test
    void metricsAreThereForPrometheusAndAnyOtherPathIsRefusedWithThoseThereAre() throws Exception {
        startIn(directory.resolve("data"));
        HttpResponse<String> metrics = answer("/metrics");
        assertEquals(200, metrics.statusCode());
        assertEquals(
                "text/plain; version=0.0.4",
                metrics.headers().firstValue("content-type").orElseThrow());
        assertTrue(metrics.body().lines().anyMatch(line -> line.startsWith("maimen_gateway_state ")), metrics.body());
        HttpResponse<String> elsewhere = answer("/admin");
        assertEquals(404, elsewhere.statusCode());
        assertEquals("GW-050 path must be /status, /metrics or /quarantine but was /admin\n", elsewhere.body());
    }

    @Test
    void readingsGoFromDevicesToTheServerAndTheLightIsGreen() throws Exception {
        startIn(directory.resolve("data"));
        assertTrue(gateway.readyLine().startsWith("ready gateway clinic-demo status=http://127.0.0.1:"));
        analyser.send("S-1", "2.7");
        analyser.send("S-2", "5.4");
        try (PatchScript patch = new PatchScript(address("mqtt"))) {
            patch.publish(PatchScript.block(0)).waitForCompletion(10_000);
            await().until(() -> server.items() == 3);
            awaitState("green");
        }
        List<Lane> lanes = server.envelopes().stream()
                .filter(envelope -> !envelope.items().isEmpty())
                .map(envelope -> envelope.lane())
                .sorted()
                .distinct()
                .toList();
        assertEquals(List.of(Lane.ALARM, Lane.VITAL, Lane.WAVEFORM), lanes);
        await().untilAsserted(() -> get("/status")
                .getJsonArray("lanes")
                .forEach(lane -> assertEquals(0, ((JsonObject) lane).getInteger("entries"), lane.toString())));
        awaitState("amber");
        assertTrue(get("/status").getJsonArray("reasons").contains("serial:ECG-0001 is not connected"));
    }

    @Test
    void aDamagedFrameIsNakedAndKeptInQuarantineWithItsReason() throws Exception {
        startIn(directory.resolve("data"));
        analyser.enquire();
        analyser.sendDamaged(1, "H|\\^&|||Maker^Model^AN-0001|||||||T|LIS02-A2|20250601120000\r");
        assertEquals(AnalyserScript.NAK, analyser.read());
        JsonObject kept = get("/quarantine").getJsonArray("items").getJsonObject(0);
        assertEquals("AST-004", kept.getString("code"));
        assertEquals("serial:AN-0001", kept.getString("device"));
        assertTrue(kept.getInteger("offset") > 0, kept.encode());
        assertFalse(kept.getString("reason").isBlank());
    }

    @Test
    void rubbishOverMqttIsAnsweredAsMalformedAndKept() throws Exception {
        startIn(directory.resolve("data"));
        try (PatchScript patch = new PatchScript(address("mqtt"))) {
            IMqttToken token = patch.publish(new byte[] {1, 2, 3});
            await().until(token::isComplete);
            assertEquals(0x99, token.getReasonCodes()[0]);
        }
        assertEquals(1, get("/quarantine").getJsonArray("items").size());
    }

    @Test
    void aDiskThatFillsUpMeansNakNoPubackAndRedUntilThereIsSpaceAgain() throws Exception {
        Path mount = Files.createDirectory(directory.resolve("small"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", mount.toString()) == 0,
                "mounting a small disk needs root");
        try {
            fillAndEmpty(mount);
        } finally {
            gateway.close();
            run("umount", mount.toString());
        }
    }

    private void fillAndEmpty(Path disk) throws Exception {
        startIn(disk.resolve("data"));
        analyser.send("S-1", "5.0");
        try (PatchScript patch = new PatchScript(address("mqtt"))) {
            awaitState("green");
            assertTrue(run("dd", "if=/dev/zero", "of=" + disk.resolve("filler"), "bs=4k") != 0, "dd fills the disk");
            analyser.enquire();
            analyser.expect(AnalyserScript.NAK, 1, "H|\\^&|||Maker^Model^AN-0001|||||||T|LIS02-A2|20250601120000\r");
            IMqttToken block = patch.publish(PatchScript.block(0));
            awaitState("red");
            assertTrue(get("/status").getJsonObject("disk").getBoolean("full"));
            assertFalse(block.isComplete(), "PUBACK although the disk is full");

            Files.delete(disk.resolve("filler"));
            awaitState("green");
            analyser.expect(AnalyserScript.ACK, 1, "H|\\^&|||Maker^Model^AN-0001|||||||T|LIS02-A2|20250601120000\r");
            patch.publish(PatchScript.block(0)).waitForCompletion(10_000);
            await().until(() -> server.items() == 2);
        }
    }

    @Test
    void aForeignMqttClientIsAnsweredWhenItsBlockIsStored() throws Exception {
        assumeTrue(Files.isExecutable(MOSQUITTO), "mosquitto_pub is not installed: Debian package mosquitto-clients");
        startIn(directory.resolve("data"));
        Path block = Files.write(directory.resolve("block"), PatchScript.block(7));
        URI mqtt = URI.create(address("mqtt"));
        String port = String.valueOf(mqtt.getPort());
        int exit = run(
                MOSQUITTO.toString(),
                "-V",
                "mqttv5",
                "-h",
                mqtt.getHost(),
                "-p",
                port,
                "-i",
                "ECG-0001",
                "-q",
                "1",
                "-u",
                "ECG-0001",
                "-P",
                "p",
                "-t",
                PatchScript.TOPIC,
                "-f",
                block.toString());
        assertEquals(0, exit);
        await().until(() -> server.items() == 1);
    }

    private static int run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), "still running: " + List.of(command));
        return process.exitValue();
    }
}
