package io.maimen.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.Lane;
import io.maimen.observation.time.SettableClock;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own, killed as a power cut would. */
class ServerKillIT {
    /** Critical, so that every specimen must also raise exactly one alert. */
    private static final String CRITICAL = "6.4";

    private static final Instant MEASURED = Measurements.NOON;

    @TempDir
    Path directory;

    private final Set<String> acknowledged = new HashSet<>();

    @Test
    void whatWasAcknowledgedBeforeAKillIsThereOnceWithOneAlertAfterwards() throws Exception {
        Path config = Files.writeString(directory.resolve("server.yaml"), TestServer.yaml(directory.resolve("data")));
        TestCredentials credentials;
        try (TestServer server = TestServer.start(directory.resolve("data"), Clock.systemUTC())) {
            credentials = server.enrol(Measurements.GATEWAY.value());
        }
        int offered = 0;
        for (int kill = 0; kill < 3; kill++) {
            Process process = start(config);
            try (TestGateway gateway = TestGateway.connect(mqttPort(process), credentials)) {
                // Killed by another thread in the middle of the stream: where, only the scheduler knows.
                Thread killer = new Thread(() -> killAfter(process, acknowledged.size() + 20));
                killer.start();
                offered = publishUntilKilled(gateway, offered);
                killer.join();
            } catch (MqttException e) {
                assertTrue(!process.isAlive(), "only the kill may end the connection");
            }
            offered++;
        }
        assertTrue(acknowledged.size() >= 60, "readings must have been acknowledged");
        assertEachIsThereOnce();
    }

    private int publishUntilKilled(TestGateway gateway, int first) {
        int next = first;
        try {
            while (true) {
                String specimen = "S-%05d".formatted(next);
                byte[] envelope = Envelopes.of(Lane.ALARM, Measurements.potassium(specimen, CRITICAL, MEASURED));
                if (gateway.publish(Lane.ALARM, envelope) != 0) {
                    return next;
                }
                synchronized (acknowledged) {
                    acknowledged.add(specimen);
                }
                next++;
            }
        } catch (MqttException e) {
            return next;
        }
    }

    private void killAfter(Process process, int count) {
        Awaitility.await()
                .pollDelay(0, TimeUnit.MILLISECONDS)
                .pollInterval(1, TimeUnit.MILLISECONDS)
                .until(() -> {
                    synchronized (acknowledged) {
                        return acknowledged.size() >= count;
                    }
                });
        process.destroyForcibly();
    }

    private void assertEachIsThereOnce() throws Exception {
        try (TestServer server = TestServer.start(directory.resolve("data"), new SettableClock(MEASURED))) {
            String path = "/api/devices/" + Measurements.ANALYSER + "/readings?limit=1000";
            Awaitility.await().until(() -> lag(server) == 0);
            List<String> stored = server.get(path).json().getJsonArray("items").stream()
                    .map(item -> ((JsonObject) item).getString("specimen"))
                    .toList();
            assertEquals(new TreeSet<>(stored).size(), stored.size(), "nothing may be stored twice");
            assertTrue(stored.containsAll(acknowledged), "nothing acknowledged may be lost");
            assertEquals(
                    stored.size(),
                    server.get("/api/alerts?limit=1000")
                            .json()
                            .getJsonArray("alerts")
                            .size(),
                    "each reading must have raised its alert exactly once");
        }
    }

    private static int lag(TestServer server) throws IOException, InterruptedException {
        return server.get("/api/health").json().getJsonArray("readers").stream()
                .mapToInt(reader -> ((JsonObject) reader).getInteger("lagRecords"))
                .sum();
    }

    private static Process start(Path config) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerMain.class.getName(),
                        "--config",
                        config.toString(),
                        "--exit-with-parent")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static int mqttPort(Process process) throws IOException {
        BufferedReader out = process.inputReader();
        String line = out.readLine();
        while (line != null && !line.startsWith("ready server ")) {
            line = out.readLine();
        }
        assertTrue(line != null, "the server must say that it is ready");
        return Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
    }
}
