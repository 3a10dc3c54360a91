package io.maimen.ingest.web;

import io.maimen.ingest.clinical.ChangedAlert;
import io.maimen.ingest.events.EventHub;
import io.maimen.ingest.events.EventListener;
import io.maimen.ingest.query.AlertJson;
import io.maimen.ingest.query.JsonTime;
import io.maimen.ingest.series.LastContact;
import io.maimen.observation.device.DeviceId;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;

/**
 * One client of server-sent events (WHATWG HTML, section 9.2). Its state is confined to the client's event loop.
 *
 * <p>Alerts carry their change number as {@code id}; a client that comes back with its last one is first told what changed
 * since, read from the records, and only then what is new: it misses nothing, also across a restart of the server.
 */
final class EventStream implements EventListener {
    private static final int MAX_QUEUED_BYTES = 1 << 20;

    private final HttpServerResponse response;
    private final Context context;
    private final EventHub hub;
    /** Alerts that come while the missed ones are being read. */
    private final Queue<ChangedAlert> waiting = new ArrayDeque<>();

    private Watcher watcher;
    private boolean live;

    EventStream(HttpServerResponse response, Context context, EventHub hub, Watcher watcher) {
        this.response = response;
        this.context = context;
        this.hub = hub;
        this.watcher = watcher;
    }

    /** Sends the head and the greeting, and listens; {@link #caughtUp} must follow. */
    void open(OptionalLong resumedAfter) {
        response.setChunked(true)
                .setWriteQueueMaxSize(MAX_QUEUED_BYTES)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Accel-Buffering", "no");
        response.closeHandler(closed -> hub.remove(this));
        response.exceptionHandler(e -> hub.remove(this));
        hub.add(this);
        JsonObject hello = new JsonObject().put("resumed", resumedAfter.isPresent());
        write("retry: 1000\nevent: hello\ndata: " + hello.encode() + "\n\n");
    }

    /** What was missed, in order; goes before everything that came in the meantime. */
    void caughtUp(List<ChangedAlert> missed) {
        missed.forEach(this::send);
        long last = missed.isEmpty() ? 0 : missed.get(missed.size() - 1).changeNumber();
        waiting.stream().filter(alert -> alert.changeNumber() > last).forEach(this::send);
        waiting.clear();
        live = true;
    }

    @Override
    public void alert(ChangedAlert alert) {
        context.runOnContext(now -> {
            if (live) {
                send(alert);
            } else {
                waiting.add(alert);
            }
        });
    }

    @Override
    public void device(DeviceId device, LastContact last) {
        JsonObject json = new JsonObject().put("id", device.toString()).put("lastReceivedAt", JsonTime.of(last.at()));
        context.runOnContext(now -> {
            if (watcher.sees(last)) {
                write("event: device\ndata: " + json.encode() + "\n\n");
            }
        });
    }

    /** A comment line: proxies and clients see that the stream lives. From now on the watcher sees so much. */
    void keepAlive(Watcher renewed) {
        context.runOnContext(now -> {
            watcher = renewed;
            write(":\n\n");
        });
    }

    /** The session is over. */
    void end() {
        context.runOnContext(now -> {
            hub.remove(this);
            if (!response.ended() && !response.closed()) {
                response.end();
            }
        });
    }

    private void send(ChangedAlert alert) {
        if (!watcher.sees(alert)) {
            return;
        }
        write("id: " + alert.changeNumber() + "\nevent: alert\ndata: "
                + AlertJson.of(alert.alert(), alert.patientName()).encode() + "\n\n");
    }

    private void write(String text) {
        if (response.ended() || response.closed()) {
            hub.remove(this);
        } else if (response.writeQueueFull()) {
            // A client that does not read would fill our memory; it comes back and is told what it missed.
            hub.remove(this);
            response.reset();
        } else {
            response.write(text);
        }
    }
}
