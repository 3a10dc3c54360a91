package io.maimen.simulator.query;

import io.maimen.observation.device.DeviceId;
import io.maimen.simulator.match.Stored;
import io.maimen.simulator.match.StoredValue;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks the server over HTTP. Thread-safe. */
public final class ServerClient {
    private static final Duration ANSWER_TIME = Duration.ofSeconds(30);
    private static final int PAGE = 1_000;

    private final HttpClient http;
    private final URI server;
    private final String token;

    private ServerClient(HttpClient http, URI server, String token) {
        this.http = http;
        this.server = server;
        this.token = token;
    }

    /** Logs in; {@code authority} is the PEM file of the CA that signed the server's certificate. */
    public static ServerClient login(URI server, Path authority, String username, String password)
            throws IOException, InterruptedException {
        return login(PinnedHttp.client(authority), server, username, password);
    }

    static ServerClient login(HttpClient http, URI server, String username, String password)
            throws IOException, InterruptedException {
        ServerClient stranger = new ServerClient(http, server, "");
        String body = new JsonObject()
                .put("username", username)
                .put("password", password)
                .encode();
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/api/login"))
                .timeout(ANSWER_TIME)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return new ServerClient(http, server, stranger.answer(request).getString("token"));
    }

    /** Asks for something; gives the answer. */
    public JsonObject get(String path) throws IOException, InterruptedException {
        return answer(request(path).timeout(ANSWER_TIME).build());
    }

    /** Asks for a change; gives the answer. */
    public JsonObject post(String path, JsonObject body) throws IOException, InterruptedException {
        return answer(request(path)
                .timeout(ANSWER_TIME)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
                .build());
    }

    /** Makes an account; an administrator's client may. Roles are those of docs/people.md. */
    public void createUser(String username, String displayName, String role, String organisation, String password)
            throws IOException, InterruptedException {
        JsonObject user = new JsonObject()
                .put("username", username)
                .put("displayName", displayName)
                .put("role", role)
                .put("organisation", organisation)
                .put("password", password);
        answer(request("/api/users")
                .timeout(ANSWER_TIME)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(user.encode()))
                .build());
    }

    /** Everything stored of a device, each thing as often as the server has it; nothing for one it never heard of. */
    public List<Stored> readings(DeviceId device) throws IOException, InterruptedException {
        return items(device).stream()
                .flatMap(item -> StoredItem.read(item).stream())
                .toList();
    }

    /** Every number stored of a device, each as often as the server has it. */
    public List<StoredValue> values(DeviceId device) throws IOException, InterruptedException {
        return items(device).stream().flatMap(StoredNumbers::of).toList();
    }

    private List<JsonObject> items(DeviceId device) throws IOException, InterruptedException {
        List<JsonObject> stored = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            String path = "/api/devices/" + encoded(device.toString()) + "/readings?limit=" + PAGE
                    + after.map(cursor -> "&after=" + encoded(cursor)).orElse("");
            HttpResponse<String> response =
                    http.send(request(path).timeout(ANSWER_TIME).build(), BodyHandlers.ofString());
            if (response.statusCode() == 404) {
                return List.of();
            }
            JsonObject page = json(response);
            JsonArray items = page.getJsonArray("items");
            items.forEach(item -> stored.add((JsonObject) item));
            // A cursor that does not move, or an empty page, is the end as well: no server may keep us here for ever.
            Optional<String> next = Optional.ofNullable(page.getString("next"));
            after = items.isEmpty() || next.equals(after) ? Optional.empty() : next;
        } while (after.isPresent());
        return stored;
    }

    /** Whether the readers of the server's log have read all of it: nothing admitted is still on its way to the store. */
    public boolean readersAtTheEnd() throws IOException, InterruptedException {
        JsonArray readers =
                answer(request("/api/health").timeout(ANSWER_TIME).build()).getJsonArray("readers");
        return !readers.isEmpty()
                && readers.stream().map(JsonObject.class::cast).allMatch(reader -> reader.getLong("lagRecords") == 0);
    }

    /** Opens the stream of server-sent events; its lines come until the server or the caller closes it. */
    Stream<String> events() throws IOException, InterruptedException {
        HttpResponse<Stream<String>> response = http.send(
                request("/api/events").header("Accept", "text/event-stream").build(), BodyHandlers.ofLines());
        if (response.statusCode() != 200) {
            throw new IOException("SIM-041 /api/events must answer 200 but answered " + response.statusCode());
        }
        return response.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private JsonObject answer(HttpRequest request) throws IOException, InterruptedException {
        return json(http.send(request, BodyHandlers.ofString()));
    }

    private static JsonObject json(HttpResponse<String> response) throws IOException {
        if (response.statusCode() != 200) {
            throw new IOException("SIM-041 " + response.uri().getPath() + " must answer 200 but answered "
                    + response.statusCode() + " " + response.body());
        }
        return new JsonObject(response.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
