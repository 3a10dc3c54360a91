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
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every address, as the router itself knows them, asked by those who may not: without a login 401; from another county,
 * about things that are there, 404 or a list without them; without the right 403. A new address with a part that varies
 * fails here until somebody says which existing thing a stranger would ask for.
 */
class StrangerIT {
    /** No login: there is none yet, or what is asked for is everybody's, or the caller is a gateway that proves itself. */
    private static final Set<String> OPEN = Set.of(
            "POST /api/login",
            "POST /api/logout",
            "GET /api/health",
            "POST /api/enrol",
            "POST /api/gateway/nonce",
            "POST /api/gateway/renew");
    /** Endless, or ends the session that asks. */
    private static final Set<String> NOT_ASKED = Set.of("GET /api/events", "POST /api/me/password");
    /** A command at its best, so that nothing but the scope is in its way. */
    private static final JsonObject BODY = new JsonObject()
            .put("reason", "curiosity")
            .put("password", "a long password")
            .put("opinion", "confirmed")
            .put("text", "curiosity")
            .put("slot", 1)
            .put("codes", new JsonArray().add("icd10:R51"))
            .put("systolic", "120")
            .put("diastolic", "80");

    private static TestServer server;
    private static TestServer resident;
    private static TestServer stranger;
    private static TestServer foreignAdmin;
    /** What is there, by how an address about it begins. */
    private static Map<String, String> there;

    @BeforeAll
    static void twoCounties(@TempDir Path directory) throws Exception {
        server = TestServer.start(directory, new SettableClock(Measurements.NOON));
        for (String county : List.of("county-a", "county-b")) {
            JsonObject organisation = new JsonObject()
                    .put("id", county)
                    .put("parent", "root")
                    .put("name", new JsonObject().put("zh", county).put("en", county))
                    .put("kind", "county");
            assertEquals(200, server.post("/api/organisations", organisation).status());
        }
        resident = server.as("resident", "county-reader", "county-a");
        stranger = server.as("stranger", "hospital-expert", "county-b");
        foreignAdmin = server.as("foreign-admin", "admin", "county-b");
        there = measuredInCountyA();
    }

    private static Map<String, String> measuredInCountyA() throws Exception {
        var frame = Measurements.frame("S-1 6.4", Measurements.NOON);
        JsonObject gatewayOfCountyA =
                new JsonObject().put("id", Measurements.GATEWAY.value()).put("organisation", "county-a");
        assertEquals(200, server.post("/api/gateways", gatewayOfCountyA).status());
        try (TestGateway gateway = server.gateway()) {
            gateway.publish(
                    Lane.ALARM,
                    Envelopes.of(
                            Lane.ALARM,
                            List.of(frame),
                            List.of(Envelopes.item(Measurements.potassium("S-1", "6.4", Measurements.NOON)))));
            gateway.receipt();
        }
        await().until(() ->
                !server.get("/api/alerts").json().getJsonArray("alerts").isEmpty());
        await().until(() ->
                !server.get("/api/devices").json().getJsonArray("devices").isEmpty());
        String patient = server.as("doctor", "village-doctor", "county-a")
                .post(
                        "/api/patients",
                        new JsonObject()
                                .put("name", "王兰")
                                .put(
                                        "identifiers",
                                        new JsonArray()
                                                .add(new JsonObject()
                                                        .put("system", "clinic-number")
                                                        .put("value", "A-17"))))
                .json()
                .getString("id");
        BODY.put("patient", patient).put("duplicate", patient);
        JsonObject alert =
                server.get("/api/alerts").json().getJsonArray("alerts").getJsonObject(0);
        return Map.of(
                "/api/alerts/", alert.getString("id"),
                "/api/observations/", alert.getString("observationId"),
                "/api/patients/", patient,
                "/api/devices/", Measurements.ANALYSER.toString(),
                "/api/frames/", frame.ref().sha256(),
                "/api/users/", "resident",
                "/api/gateways/", Measurements.GATEWAY.value());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void withoutALoginEveryAddressSays401() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (WebServer.Address address : server.addresses()) {
            TestServer.Answer answer = ask(HttpRequest.newBuilder(server.uri(path(address))), address);
            boolean open = OPEN.contains(address.method() + " " + address.path());
            if (!open && answer.status() != 401) {
                wrong.add(address + " " + answer.status());
            }
            assertHeaders(address, answer);
        }
        assertEquals(List.of(), wrong);
        assertTrue(server.addresses().size() >= 20, "the router must know its addresses");
    }

    @Test
    void whatIsThereIsNotThereForAStrangerOfAnotherCounty() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (WebServer.Address address : server.addresses()) {
            if (OPEN.contains(name(address)) || NOT_ASKED.contains(name(address))) {
                continue;
            }
            TestServer.Answer answer = ask(stranger.request(path(address)), address);
            boolean about = address.path().contains(":");
            boolean refused = answer.status() == 404 || answer.status() == 403;
            boolean told = there.values().stream().anyMatch(answer.body()::contains);
            if (told || (about && !refused) || (!about && answer.status() >= 500)) {
                wrong.add(address + " " + answer.status() + " " + answer.body());
            }
            assertHeaders(address, answer);
        }
        assertEquals(List.of(), wrong);
    }

    /** Or the refusals above would prove nothing. */
    @Test
    void whatCountyAsGatewayBroughtIsThereForItsResident() throws Exception {
        for (String about : List.of("/api/alerts/", "/api/frames/")) {
            assertEquals(200, resident.get(about + there.get(about)).status(), about);
        }
        String bytes = "/api/observations/" + there.get("/api/observations/") + "/bytes";
        assertEquals(
                "valid", resident.get(bytes).json().getJsonObject("signature").getString("state"));
        assertTrue(resident.get("/api/alerts").body().contains(there.get("/api/alerts/")));
        assertTrue(resident.get("/api/devices").body().contains(there.get("/api/devices/")));
        assertFalse(stranger.get("/api/alerts").body().contains(there.get("/api/alerts/")));
        assertFalse(stranger.get("/api/devices").body().contains(there.get("/api/devices/")));
    }

    @Test
    void anAdministratorOfAnotherCountyManagesNothingHere() throws Exception {
        for (WebServer.Address address : server.addresses()) {
            boolean managing = address.path().matches("/api/(users|gateways)/.*");
            if (managing) {
                assertEquals(
                        404, ask(foreignAdmin.request(path(address)), address).status(), address.toString());
            }
        }
        assertFalse(foreignAdmin.get("/api/users").body().contains("resident"));
        assertFalse(foreignAdmin.get("/api/audit").body().contains("resident"));
        assertFalse(foreignAdmin.get("/api/organisations").body().contains("county-a"));
        JsonObject user = new JsonObject()
                .put("username", "spy")
                .put("displayName", "Spy")
                .put("role", "admin")
                .put("organisation", "county-a")
                .put("password", "a long password");
        assertEquals(404, foreignAdmin.post("/api/users", user).status());
        assertEquals(
                200,
                foreignAdmin
                        .post("/api/users", user.put("organisation", "county-b"))
                        .status());
    }

    /** Word for word as for what never was: a refusal must not tell that it is there. */
    @Test
    void whatLiesElsewhereIsAnsweredAsWhatNeverWas() throws Exception {
        String never = "ffffffffffffffffffffffffffffffff";
        assertEquals(
                stranger.get("/api/alerts/" + never).body(),
                stranger.get("/api/alerts/" + there.get("/api/alerts/")).body());
        assertEquals(
                stranger.get("/api/devices/serial:NEVER-1/results").body(),
                stranger.get("/api/devices/" + Measurements.ANALYSER + "/results")
                        .body());
        assertEquals(
                stranger.get("/api/frames/" + never + never).body(),
                stranger.get("/api/frames/" + there.get("/api/frames/")).body());
    }

    private static TestServer.Answer ask(HttpRequest.Builder request, WebServer.Address address) throws Exception {
        return address.method().equals("GET")
                ? server.send(request.GET())
                : server.send(request.header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(BODY.encode())));
    }

    private static String name(WebServer.Address address) {
        return address.method() + " " + address.path();
    }

    /** The address with what is there in its varying part, and with the parameters it cannot do without. */
    private static String path(WebServer.Address address) {
        String path = address.path();
        if (path.contains(":")) {
            String start = path.substring(0, path.indexOf(':'));
            assertTrue(there.containsKey(start), "say which existing thing a stranger would ask for at " + path);
            path = path.replaceFirst(":\\w+", there.get(start));
        }
        return path.endsWith("/waveform") ? path + "?latestSeconds=10" : path;
    }

    private static void assertHeaders(WebServer.Address address, TestServer.Answer answer) {
        var headers = answer.response().headers();
        String policy = headers.firstValue("content-security-policy").orElse("");
        assertTrue(policy.startsWith("default-src 'self'") && policy.contains("frame-ancestors 'none'"), policy);
        assertEquals("nosniff", headers.firstValue("x-content-type-options").orElse(""), address.toString());
        assertEquals("DENY", headers.firstValue("x-frame-options").orElse(""), address.toString());
        assertEquals("no-referrer", headers.firstValue("referrer-policy").orElse(""), address.toString());
        if (!address.path().equals("/api/events")) {
            assertEquals("no-store", headers.firstValue("cache-control").orElse(""), address.toString());
        }
    }
}
