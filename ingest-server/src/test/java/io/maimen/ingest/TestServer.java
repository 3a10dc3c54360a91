package io.maimen.ingest;

import io.maimen.alerting.pack.RulePacks;
import io.maimen.ingest.config.ServerConfig;
import io.maimen.ingest.config.ServerConfigReader;
import io.maimen.ingest.web.WebServer;
import io.maimen.observation.device.GatewayId;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The whole server in a directory of its own on free ports, with a client that is logged in. Confined to one thread. */
public final class TestServer implements AutoCloseable {
    private final Server server;
    private final HttpClient http;
    private final String session;
    private Optional<TestCredentials> gateway = Optional.empty();

    private TestServer(Server server, HttpClient http, String session) {
        this.server = server;
        this.http = http;
        this.session = session;
    }

    /** Starts in a directory that may hold an earlier run; {@code settings}: further lines of {@code server:}. */
    public static TestServer start(Path directory, Clock clock, String... settings) throws Exception {
        String yaml = yaml(directory) + "\n  " + String.join("\n  ", settings);
        ServerConfig config = ServerConfigReader.parse(yaml, "test.yaml", directory);
        Server server = Server.start(config, RulePacks.shipped(), clock, Optional.empty());
        HttpClient http = HttpClient.newBuilder()
                .sslContext(TestCredentials.stranger())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        TestServer open = new TestServer(server, http, "");
        String[] admin =
                Files.readString(directory.resolve("first-admin.txt")).strip().split(" ", 2);
        JsonObject login = open.post(
                        "/api/login", new JsonObject().put("username", admin[0]).put("password", admin[1]))
                .json();
        return new TestServer(server, http, login.getString("token"));
    }

    /** A configuration for this directory. */
    public static String yaml(Path directory) {
        return String.join("\n", "server:", "  directory: " + directory, "  http: { port: 0 }", "  mqtt: { port: 0 }");
    }

    /** The same server, asked by someone else, made for this if need be. */
    public TestServer as(String username, String role, String organisation) throws IOException, InterruptedException {
        JsonObject user = new JsonObject()
                .put("username", username)
                .put("displayName", "Dr. " + username)
                .put("role", role)
                .put("organisation", organisation)
                .put("password", "password of " + username);
        post("/api/users", user);
        JsonObject login = post("/api/login", user).json();
        return new TestServer(server, http, login.getString("token"));
    }

    /** The same server, asked by a doctor who sees everything: an administrator signs nothing. */
    public TestServer doctor() throws IOException, InterruptedException {
        return as("doctor", "hospital-expert", "root");
    }

    /** Every address of the API, as the router knows them. */
    public List<WebServer.Address> addresses() {
        return server.addresses();
    }

    /** What came back. */
    public record Answer(int status, String body, HttpResponse<String> response) {
        public JsonObject json() {
            return new JsonObject(body);
        }
    }

    public Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    public Answer post(String path, JsonObject body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.encode())));
    }

    /** A request of whoever is logged in. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        return session.isEmpty() ? request : request.header("Authorization", "Bearer " + session);
    }

    public Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body(), response);
    }

    public URI uri(String path) {
        return URI.create("https://127.0.0.1:" + server.httpPort() + path);
    }

    public HttpClient http() {
        return http;
    }

    public TestGateway gateway() throws Exception {
        return TestGateway.connect(server.mqttPort(), credentials());
    }

    /** Of {@link Measurements#GATEWAY}, which is enrolled when it is not yet. */
    public TestCredentials credentials() throws IOException, InterruptedException {
        if (gateway.isEmpty()) {
            gateway = Optional.of(enrol(Measurements.GATEWAY.value()));
        }
        return gateway.get();
    }

    /** Enters a gateway where there is none of that name, and enrols it: whoever was it before is it no more. */
    public TestCredentials enrol(String id) throws IOException, InterruptedException {
        post("/api/gateways", new JsonObject().put("id", id).put("organisation", "root"));
        String code =
                post("/api/gateways/" + id + "/code", new JsonObject()).json().getString("code");
        JsonObject enrolled =
                post("/api/enrol", TestCredentials.enrolment(code, id)).json();
        return new TestCredentials(new GatewayId(id), enrolled.getString("certificate"));
    }

    public int mqttPort() {
        return server.mqttPort();
    }

    @Override
    public void close() {
        server.close();
    }
}
