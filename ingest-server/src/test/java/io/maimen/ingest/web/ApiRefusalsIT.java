package io.maimen.ingest.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.ingest.Measurements;
import io.maimen.ingest.TestServer;
import io.maimen.observation.time.SettableClock;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API says to strangers and to wrong questions, and the files of the page; one server for all, nothing changes. */
class ApiRefusalsIT {
    private static TestServer server;
    private static TestServer doctor;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        server = TestServer.start(directory, new SettableClock(Measurements.NOON));
        doctor = server.doctor();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/me",
                "/api/alerts",
                "/api/alerts/0123",
                "/api/devices",
                "/api/devices/serial:AN-0001/results",
                "/api/devices/serial:AN-0001/readings",
                "/api/devices/serial:AN-0001/waveform?latestSeconds=10",
                "/api/quarantine",
                "/api/frames/00",
                "/api/events"
            })
    void whoeverIsNotLoggedInIsToldNothing(String path) throws Exception {
        TestServer.Answer answer =
                server.send(HttpRequest.newBuilder(server.uri(path)).GET());
        assertEquals(401, answer.status());
        assertEquals("SRV-062", answer.json().getString("code"));
        TestServer.Answer forged = server.send(HttpRequest.newBuilder(server.uri(path))
                .header("Cookie", "maimen_session=forged")
                .GET());
        assertEquals(401, forged.status());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/alerts?state=lost,                                   400, SRV-070",
        "/api/alerts?limit=0,                                      400, SRV-070",
        "/api/alerts?limit=many,                                   400, SRV-070",
        "/api/alerts/xyz,                                          400, SRV-070",
        "/api/alerts/00000000000000000000000000000000,             404, SRV-072",
        "/api/devices/AN-0001/results,                             400, SRV-070",
        "/api/devices/serial:AN-0001/readings?after=-1,            400, SRV-070",
        "/api/devices/serial:ECG-0001/waveform,                    400, SRV-070",
        "/api/devices/serial:ECG-0001/waveform?latestSeconds=1e9,  400, SRV-070",
        "/api/devices/serial:ECG-0001/waveform?from=noon&to=one,   400, SRV-070",
        "/api/devices/serial:ECG-0001/waveform?from=2025-03-01T12:00:00Z&to=2025-03-01T11:00:00Z, 400, SRV-070",
        "/api/frames/xyz,                                          400, SRV-070",
        "/api/nothing,                                             404, SRV-072",
        "/no-such-file.js,                                         404, SRV-072",
        "/../../etc/passwd,                                        404, SRV-072",
        "/web/WebServer.class,                                     404, SRV-072",
    })
    void aWrongQuestionIsRefusedWithItsCode(String path, int status, String code) throws Exception {
        TestServer.Answer answer = server.get(path);
        assertEquals(status, answer.status(), answer.body());
        assertEquals(code, answer.json().getString("code"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"text\"", "{\"reason\":7}", "{\"reason\":\"  \"}", "{}"})
    void aWrongBodyIsRefused(String body) throws Exception {
        TestServer.Answer answer = server.send(doctor.request("/api/alerts/00000000000000000000000000000000/close")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertEquals(400, answer.status(), answer.body());
        assertEquals("SRV-071", answer.json().getString("code"));
    }

    @Test
    void aFormOfAnotherSiteCannotActForUs() throws Exception {
        TestServer.Answer answer = server.send(server.request("/api/logout")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("a=b")));
        assertEquals(400, answer.status());
    }

    @Test
    void thePageMayRunOnlyItsOwnScripts() throws Exception {
        TestServer.Answer page = server.get("/lib/lit/index.js");
        assertEquals(200, page.status());
        String policy =
                page.response().headers().firstValue("content-security-policy").orElseThrow();
        assertTrue(policy.startsWith("default-src 'self'; script-src 'self' 'nonce-"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals(
                "nosniff",
                page.response().headers().firstValue("x-content-type-options").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/lib/lit/index.js",
                "/lib/lit/directives/repeat.js",
                "/lib/lit-html/lit-html.js",
                "/lib/lit-element/index.js",
                "/lib/reactive-element/reactive-element.js",
                "/lib/uplot/uPlot.esm.js",
                "/lib/uplot/uPlot.min.css"
            })
    void theLibrariesOfThePageAreServedAndAreNotSentTwice(String path) throws Exception {
        TestServer.Answer library = server.get(path);
        assertEquals(200, library.status());
        String tag = library.response().headers().firstValue("etag").orElseThrow();
        assertEquals(
                304,
                server.send(server.request(path).header("If-None-Match", tag)).status());
    }

    @Test
    void healthIsGreenAndNeedsNoLogin() throws Exception {
        TestServer.Answer health =
                server.send(HttpRequest.newBuilder(server.uri("/api/health")).GET());
        assertEquals("green", health.json().getString("state"), health.body());
        assertEquals(3, health.json().getJsonArray("readers").size());
    }
}
