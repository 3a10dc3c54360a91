package io.maimen.ingest.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.maimen.ingest.Measurements;
import io.maimen.ingest.TestServer;
import io.maimen.observation.time.SettableClock;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another site's page cannot make a doctor's browser act here. */
class SameOriginIT {
    private static TestServer server;
    private static String cookie;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        server = TestServer.start(directory, new SettableClock(Measurements.NOON));
        String password =
                Files.readString(directory.resolve("first-admin.txt")).strip().substring("admin ".length());
        TestServer.Answer login = server.post(
                "/api/login", new JsonObject().put("username", "admin").put("password", password));
        cookie = login.response()
                .headers()
                .firstValue("set-cookie")
                .orElseThrow()
                .split(";", 2)[0];
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{0}: {1} is answered {2}")
    @CsvSource({
        "X-Maimen-Request, 1,                   400",
        "X-Maimen-Request, 0,                   403",
        "Accept,           */*,                 403",
    })
    void aCommandByCookieCarriesOurHeader(String header, String value, int status) throws Exception {
        assertEquals(status, status(command().header("Cookie", cookie).header(header, value)));
    }

    @ParameterizedTest(name = "{0}: {1} is answered {2}")
    @CsvSource({
        "Sec-Fetch-Site, same-origin,           400",
        "Sec-Fetch-Site, none,                  400",
        "Sec-Fetch-Site, same-site,             403",
        "Sec-Fetch-Site, cross-site,            403",
        "Origin,         OWN,                   400",
        "Origin,         https://evil.example,  403",
        "Origin,         null,                  403",
    })
    void aCommandComesFromOurOwnOrigin(String header, String value, int status) throws Exception {
        String own = server.uri("/").toString().replaceFirst("/$", "");
        assertEquals(
                status,
                status(command()
                        .header("Cookie", cookie)
                        .header("X-Maimen-Request", "1")
                        .header(header, value.equals("OWN") ? own : value)));
    }

    @Test
    void aProgramWithATokenNeedsNeither() throws Exception {
        assertEquals(400, server.post("/api/organisations", new JsonObject()).status());
    }

    /** A command that is refused with 400 when it gets as far as being read. */
    private static HttpRequest.Builder command() {
        return HttpRequest.newBuilder(server.uri("/api/organisations"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
    }

    private static int status(HttpRequest.Builder request) throws Exception {
        return server.send(request).status();
    }
}
