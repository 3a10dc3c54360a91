package io.maimen.ingest.web;

import io.maimen.alerting.review.Alert;
import io.maimen.alerting.review.AlertId;
import io.maimen.alerting.review.Transition;
import io.maimen.ingest.audit.Views;
import io.maimen.ingest.health.Health;
import io.maimen.ingest.health.HealthReport;
import io.maimen.ingest.query.AlertQuery;
import io.maimen.ingest.query.BytesQuery;
import io.maimen.ingest.query.SeriesQuery;
import io.maimen.ingest.review.AlertReview;
import io.maimen.ingest.security.Caller;
import io.maimen.ingest.security.Right;
import io.maimen.observation.ObservationId;
import io.maimen.observation.RawFrameRef;
import io.maimen.observation.device.DeviceId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Which address asks what; docs/api.md. Stateless. */
final class ApiRoutes {
    private static final String NOT_BY_THIS_ROLE = "ALR-026";
    private static final int MAX_LIMIT = 1_000;
    private static final Duration MAX_STRIP = Duration.ofHours(1);

    private final JsonEndpoint json;
    private final AlertQuery alerts;
    private final SeriesQuery series;
    private final BytesQuery bytes;
    private final AlertReview review;
    private final Health health;
    private final Views views;

    ApiRoutes(
            JsonEndpoint json,
            AlertQuery alerts,
            SeriesQuery series,
            BytesQuery bytes,
            AlertReview review,
            Health health,
            Views views) {
        this.json = json;
        this.alerts = alerts;
        this.series = series;
        this.bytes = bytes;
        this.review = review;
        this.health = health;
        this.views = views;
    }

    void on(Router router) {
        router.get("/api/health").handler(json.open((request, asked) -> health()));
        router.get("/api/alerts")
                .handler(json.personal(
                        (who, asked) -> alerts.list(who.scope(), asked.chosen(), asked.limit(200, MAX_LIMIT))));
        router.get("/api/alerts/:id").handler(json.personal((who, asked) -> alert(who, asked)));
        router.post("/api/alerts/:id/acknowledge").handler(json.permitted(Right.TREAT, (who, asked) -> {
            AlertId id = asked.alert();
            return changed(review.acknowledge(id, who, Parameters.text(asked.body(), "reason")));
        }));
        router.post("/api/alerts/:id/review").handler(json.permitted(Right.TREAT, (who, asked) -> {
            AlertId id = asked.alert();
            JsonObject body = asked.body();
            return changed(review.review(id, who, Parameters.opinion(body), Parameters.text(body, "text")));
        }));
        router.post("/api/alerts/:id/close").handler(json.permitted(Right.TREAT, (who, asked) -> {
            AlertId id = asked.alert();
            return changed(review.close(id, who, requiredReason(asked)));
        }));
        router.get("/api/devices")
                .handler(json.personal((who, asked) -> series.devices(who.scope(), alerts.openByDevice(who.scope()))));
        router.get("/api/devices/:id/results")
                .handler(json.personal(
                        (who, asked) -> series.results(who.scope(), device(who, asked), asked.limit(100, MAX_LIMIT))));
        router.get("/api/devices/:id/readings").handler(json.personal((who, asked) -> readings(who, asked)));
        router.get("/api/devices/:id/waveform").handler(json.personal((who, asked) -> waveform(who, asked)));
        router.get("/api/quarantine")
                .handler(json.personal((who, asked) -> quarantine(who, asked.limit(100, MAX_LIMIT))));
        router.get("/api/observations/:id/bytes").handler(json.personal((who, asked) -> bytes(who, asked)));
        router.get("/api/frames/:sha256").handler(json.personal((who, asked) -> frame(who, asked.frame())));
    }

    private JsonObject alert(Caller who, Parameters asked) throws ApiException {
        AlertId id = asked.alert();
        JsonObject alert = alerts.detail(who.scope(), id).orElseThrow(() -> ApiException.notFound("alert"));
        views.note(who.username(), "alert " + id.hex());
        return alert;
    }

    private JsonObject readings(Caller who, Parameters asked) throws ApiException {
        long after = asked.whole("after", 0, Long.MAX_VALUE).orElse(0L);
        int limit = asked.limit(200, MAX_LIMIT);
        return series.readings(who.scope(), device(who, asked), after, limit);
    }

    /** The device asked for, whose readings are about to be seen. */
    private DeviceId device(Caller who, Parameters asked) throws ApiException {
        DeviceId device = asked.device();
        if (!series.sees(who.scope(), device)) {
            throw ApiException.notFound("device");
        }
        views.note(who.username(), "device " + device);
        return device;
    }

    private JsonObject quarantine(Caller who, int limit) {
        views.note(who.username(), "quarantine");
        return series.quarantine(who.scope(), limit);
    }

    private JsonObject bytes(Caller who, Parameters asked) throws ApiException {
        ObservationId id = asked.observation();
        JsonObject behind = bytes.of(who.scope(), id).orElseThrow(() -> ApiException.notFound("observation"));
        views.note(who.username(), "bytes " + id.hex());
        return behind;
    }

    private JsonObject frame(Caller who, RawFrameRef ref) throws ApiException {
        JsonObject frame = series.frame(who.scope(), ref).orElseThrow(() -> ApiException.notFound("frame"));
        views.note(who.username(), "frame " + ref.sha256());
        return frame;
    }

    private static String requiredReason(Parameters asked) throws ApiException {
        String reason = Parameters.text(asked.body(), "reason");
        if (reason.isBlank()) {
            throw new ApiException(400, "SRV-071", "reason must be given but was not; say what was done");
        }
        return reason;
    }

    private JsonObject changed(Optional<Transition> result) throws ApiException {
        Transition transition = result.orElseThrow(() -> ApiException.notFound("alert"));
        if (transition instanceof Transition.Refused refused) {
            throw new ApiException(
                    NOT_BY_THIS_ROLE.equals(refused.code()) ? 403 : 409, refused.code(), refused.message());
        }
        Alert alert = ((Transition.Applied) transition).alert();
        return alerts.of(alert);
    }

    private JsonObject waveform(Caller who, Parameters asked) throws ApiException {
        Optional<Long> latestSeconds = asked.whole("latestSeconds", 1, MAX_STRIP.toSeconds());
        if (latestSeconds.isPresent()) {
            return series.latestWaveform(who.scope(), device(who, asked), Duration.ofSeconds(latestSeconds.get()));
        }
        Instant from = asked.instant("from").orElseThrow(() -> ApiException.bad("latestSeconds or from must be given"));
        Instant to = asked.instant("to").orElseThrow(() -> ApiException.bad("to must be given with from"));
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(MAX_STRIP) > 0) {
            throw ApiException.bad("to must be after from, by one hour at most, but was " + from + " to " + to);
        }
        return series.waveform(who.scope(), device(who, asked), from, to);
    }

    private JsonObject health() {
        HealthReport report = health.report();
        return new JsonObject()
                .put("state", report.state().text())
                .put("reasons", new JsonArray(report.reasons()))
                .put(
                        "readers",
                        new JsonArray(report.readers().stream()
                                .map(lag -> new JsonObject()
                                        .put("name", lag.name())
                                        .put("lagRecords", lag.records())
                                        .put("oldestAgeMs", lag.oldestAge().toMillis()))
                                .toList()))
                .put("freeBytes", report.freeBytes());
    }
}
