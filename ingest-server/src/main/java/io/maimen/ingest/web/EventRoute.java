package io.maimen.ingest.web;

import io.maimen.ingest.clinical.ChangedAlert;
import io.maimen.ingest.events.EventHub;
import io.maimen.ingest.query.SeriesQuery;
import io.maimen.ingest.security.Caller;
import io.maimen.ingest.security.People;
import io.maimen.ingest.security.Scope;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** {@code GET /api/events}. Thread-safe. */
final class EventRoute {
    private static final long KEEP_ALIVE_MS = 15_000;
    private static final int BATCH = 500;

    private final Vertx vertx;
    private final WorkerExecutor workers;
    private final JsonEndpoint json;
    private final People people;
    private final SeriesQuery series;
    private final EventHub hub;

    EventRoute(
            Vertx vertx, WorkerExecutor workers, JsonEndpoint json, People people, SeriesQuery series, EventHub hub) {
        this.vertx = vertx;
        this.workers = workers;
        this.json = json;
        this.people = people;
        this.series = series;
        this.hub = hub;
    }

    void on(Router router) {
        router.get("/api/events").handler(this::events);
    }

    private void events(RoutingContext request) {
        workers.executeBlocking(() -> watcher(json.caller(request)), false)
                .onSuccess(watcher -> open(request, watcher))
                .onFailure(e -> JsonEndpoint.fail(request, e));
    }

    private Watcher watcher(Caller caller) {
        Scope scope = caller.scope();
        return new Watcher(scope.top(), people.organisations(), series.seen(scope));
    }

    private void open(RoutingContext request, Watcher watcher) {
        EventStream stream = new EventStream(request.response(), vertx.getOrCreateContext(), hub, watcher);
        OptionalLong seen = lastEventId(request);
        stream.open(seen);
        long timer = vertx.setPeriodic(KEEP_ALIVE_MS, tick -> keepAlive(request, stream));
        request.response().endHandler(end -> vertx.cancelTimer(timer));
        if (seen.isEmpty()) {
            stream.caughtUp(List.of());
        } else {
            workers.executeBlocking(() -> missed(seen.getAsLong()), false)
                    .onSuccess(stream::caughtUp)
                    .onFailure(e -> request.response().reset());
        }
    }

    /** Whoever was logged out, disabled or given another password hears nothing more. */
    private void keepAlive(RoutingContext request, EventStream stream) {
        workers.executeBlocking(
                        () -> SessionCookie.token(request)
                                .flatMap(people.login()::watcher)
                                .map(this::watcher),
                        false)
                .onSuccess(watcher -> watcher.ifPresentOrElse(stream::keepAlive, stream::end))
                .onFailure(e -> request.response().reset());
    }

    private List<ChangedAlert> missed(long seen) {
        List<ChangedAlert> missed = new ArrayList<>();
        long after = seen;
        List<ChangedAlert> batch;
        do {
            batch = hub.alertsAfter(after, BATCH);
            missed.addAll(batch);
            after = batch.isEmpty() ? after : batch.get(batch.size() - 1).changeNumber();
        } while (batch.size() == BATCH);
        return missed;
    }

    /** The last change the client saw; empty where it comes for the first time or names something else. */
    private static OptionalLong lastEventId(RoutingContext request) {
        String text = request.request().getHeader("Last-Event-ID");
        return text != null && text.matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(text))
                : OptionalLong.empty();
    }
}
