package io.maimen.ingest.web;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.ingest.Envelopes;
import io.maimen.ingest.Measurements;
import io.maimen.ingest.TestGateway;
import io.maimen.ingest.TestServer;
import io.maimen.observation.Lane;
import io.maimen.observation.time.SettableClock;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/api.md, held against the server. */
class ApiDocumentationIT {
    private static final Path PAGE = Path.of(System.getProperty("maimen.home", ".."), "docs", "api.md");
    private static final Pattern ADDRESS = Pattern.compile("\\| `(GET|POST) ([^`? ]+)");

    private static TestServer server;
    private static String document;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        document = Files.readString(PAGE);
        server = TestServer.start(directory, new SettableClock(Measurements.NOON));
        try (TestGateway gateway = server.gateway()) {
            gateway.publish(
                    Lane.ALARM,
                    Envelopes.of(
                            Lane.ALARM,
                            Measurements.potassium("S-1", "6.4", Measurements.NOON),
                            Measurements.ecg(0, Measurements.NOON)));
            gateway.receipt();
        }
        await().until(() ->
                server.get("/api/devices").json().getJsonArray("devices").size() == 2);
        await().until(() ->
                !server.get("/api/alerts").json().getJsonArray("alerts").isEmpty());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theAddressesNamedAreThoseThereAre() {
        Set<String> documented = ADDRESS.matcher(document)
                .results()
                .map(found -> found.group(1) + " " + found.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> served = server.addresses().stream()
                .map(address -> address.method() + " " + address.path().replaceAll(":(\\w+)", "{$1}"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(served, documented);
    }

    @Test
    void aReadingHasTheFieldsNamed() throws Exception {
        JsonObject reading = first("/api/devices/" + Measurements.ANALYSER + "/results", "results");
        assertEquals(fieldsOfTable("Reading"), reading.fieldNames());
    }

    @Test
    void anAlertHasTheFieldsNamed() throws Exception {
        assertEquals(fieldsOfTable("Alert"), first("/api/alerts", "alerts").fieldNames());
    }

    @Test
    void aBlockHasTheFieldsNamed() throws Exception {
        String names = section("Block")
                .substring(0, section("Block").indexOf(". A sample"))
                .replaceAll("\\([^)]*\\)", "");
        assertEquals(
                names(names),
                first("/api/devices/" + Measurements.PATCH + "/readings", "items")
                        .fieldNames());
    }

    @Test
    void theBytesBehindANumberHaveTheFieldsNamed() throws Exception {
        String id = first("/api/alerts", "alerts").getString("observationId");
        JsonObject behind = server.get("/api/observations/" + id + "/bytes").json();
        assertEquals(fieldsOfTable("Bytes"), behind.fieldNames());
        Set<String> inner = new TreeSet<>();
        behind.getJsonArray("frames").forEach(frame -> inner.addAll(((JsonObject) frame).fieldNames()));
        inner.addAll(behind.getJsonObject("signature").fieldNames());
        inner.addAll(behind.getJsonObject("clocks").fieldNames());
        behind.getJsonArray("judgedBy").forEach(alert -> inner.addAll(((JsonObject) alert).fieldNames()));
        for (String field : inner) {
            assertTrue(section("Bytes").contains('"' + field + '"'), field);
        }
        assertEquals(1, behind.getJsonArray("judgedBy").size());
    }

    @Test
    void aDeviceHasTheFieldsNamed() throws Exception {
        for (String field : first("/api/devices", "devices").fieldNames()) {
            assertFalse(
                    document.lines()
                            .noneMatch(line ->
                                    line.startsWith("| `GET /api/devices` ") && line.contains('"' + field + '"')),
                    field);
        }
    }

    private static JsonObject first(String path, String list) throws Exception {
        return server.get(path).json().getJsonArray(list).getJsonObject(0);
    }

    private static Set<String> fieldsOfTable(String heading) {
        return section(heading)
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| field "))
                .flatMap(line -> names(line.substring(2, line.indexOf(" |", 2))).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String section(String heading) {
        int start = document.indexOf("\n## " + heading + "\n") + heading.length() + 5;
        int end = document.indexOf("\n## ", start);
        return document.substring(start, end).strip();
    }
}
