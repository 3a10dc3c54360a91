package io.maimen.ingest;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads server-sent events as WHATWG HTML section 9.2.6 says, on a thread of its own. Thread-safe. */
public final class EventReader implements AutoCloseable {
    private static final long TIMEOUT_S = 20;
    private final InputStream stream;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    /** One event; {@code id} is empty where none was sent with it. */
    public record Event(String id, String name, JsonObject data) {}

    private EventReader(InputStream stream) {
        this.stream = stream;
    }

    public static EventReader open(HttpClient http, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IOException("events must be served but status was " + response.statusCode());
        }
        EventReader reader = new EventReader(response.body());
        Thread thread = new Thread(reader::read, "sse");
        thread.setDaemon(true);
        thread.start();
        return reader;
    }

    /** The next event of a name; others are passed over. */
    public Event next(String name) throws InterruptedException {
        while (true) {
            Event event = events.poll(TIMEOUT_S, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("event " + name + " must come within " + TIMEOUT_S + " s but did not");
            }
            if (event.name().equals(name)) {
                return event;
            }
        }
    }

    /** Whether an event of a name is here already. */
    public boolean have(String name) {
        return events.stream().anyMatch(event -> event.name().equals(name));
    }

    private void read() {
        String id = "";
        String name = "message";
        StringBuilder data = new StringBuilder();
        try (Scanner lines = new Scanner(stream, StandardCharsets.UTF_8)) {
            while (lines.hasNextLine()) {
                String line = lines.nextLine();
                if (line.isEmpty() && data.length() > 0) {
                    events.add(new Event(id, name, new JsonObject(data.toString())));
                    id = "";
                    name = "message";
                    data.setLength(0);
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data.append(line.substring(6));
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
