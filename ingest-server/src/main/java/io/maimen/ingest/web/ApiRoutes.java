package io.maimen.ingest.web;

import io.maimen.alerting.review.Alert;
import io.maimen.alerting.review.AlertId;
import io.maimen.alerting.review.Transition;
import io.maimen.ingest.health.Health;
import io.maimen.ingest.health.HealthReport;
import io.maimen.ingest.query.AlertJson;
import io.maimen.ingest.query.AlertQuery;
import io.maimen.ingest.query.SeriesQuery;
import io.maimen.ingest.review.AlertReview;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Which address asks what; docs/api.md. Stateless. */
final class ApiRoutes {
    private static final int MAX_LIMIT = 1_000;
    private static final Duration MAX_STRIP = Duration.ofHours(1);

    private final JsonEndpoint json;
    private final AlertQuery alerts;
    private final SeriesQuery series;
    private final AlertReview review;
    private final Health health;

    ApiRoutes(JsonEndpoint json, AlertQuery alerts, SeriesQuery series, AlertReview review, Health health) {
        this.json = json;
        this.alerts = alerts;
        this.series = series;
        this.review = review;
        this.health = health;
    }

    void on(Router router) {
        router.get("/api/health").handler(json.open((request, asked) -> health()));
        router.get("/api/alerts")
                .handler(json.personal((who, asked) -> alerts.list(asked.chosen(), asked.limit(200, MAX_LIMIT))));
        router.get("/api/alerts/:id").handler(json.personal((who, asked) -> alert(asked)));
        router.post("/api/alerts/:id/acknowledge").handler(json.personal((who, asked) -> {
            AlertId id = asked.alert();
            return changed(review.acknowledge(id, who.username(), Parameters.text(asked.body(), "reason")));
        }));
        router.post("/api/alerts/:id/close").handler(json.personal((who, asked) -> {
            AlertId id = asked.alert();
            return changed(review.close(id, who.username(), requiredReason(asked)));
        }));
        router.get("/api/devices").handler(json.personal((who, asked) -> series.devices(alerts.openByDevice())));
        router.get("/api/devices/:id/results")
                .handler(json.personal((who, asked) -> series.results(asked.device(), asked.limit(100, MAX_LIMIT))));
        router.get("/api/devices/:id/readings")
                .handler(json.personal((who, asked) -> series.readings(
                        asked.device(),
                        asked.whole("after", 0, Long.MAX_VALUE).orElse(0L),
                        asked.limit(200, MAX_LIMIT))));
        router.get("/api/devices/:id/waveform").handler(json.personal((who, asked) -> waveform(asked)));
        router.get("/api/quarantine")
                .handler(json.personal((who, asked) -> series.quarantine(asked.limit(100, MAX_LIMIT))));
        router.get("/api/frames/:sha256").handler(json.personal((who, asked) -> series.frame(asked.frame())
                .orElseThrow(() -> ApiException.notFound("frame"))));
    }

    private JsonObject alert(Parameters asked) throws ApiException {
        return alerts.detail(asked.alert()).orElseThrow(() -> ApiException.notFound("alert"));
    }

    private static String requiredReason(Parameters asked) throws ApiException {
        String reason = Parameters.text(asked.body(), "reason");
        if (reason.isBlank()) {
            throw new ApiException(400, "SRV-071", "reason must be given but was not; say what was done");
        }
        return reason;
    }

    private static JsonObject changed(Optional<Transition> result) throws ApiException {
        Transition transition = result.orElseThrow(() -> ApiException.notFound("alert"));
        if (transition instanceof Transition.Refused refused) {
            throw new ApiException(409, refused.code(), refused.message());
        }
        Alert alert = ((Transition.Applied) transition).alert();
        return AlertJson.of(alert);
    }

    private JsonObject waveform(Parameters asked) throws ApiException {
        Optional<Long> latestSeconds = asked.whole("latestSeconds", 1, MAX_STRIP.toSeconds());
        if (latestSeconds.isPresent()) {
            return series.latestWaveform(asked.device(), Duration.ofSeconds(latestSeconds.get()));
        }
        Instant from = asked.instant("from").orElseThrow(() -> ApiException.bad("latestSeconds or from must be given"));
        Instant to = asked.instant("to").orElseThrow(() -> ApiException.bad("to must be given with from"));
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(MAX_STRIP) > 0) {
            throw ApiException.bad("to must be after from, by one hour at most, but was " + from + " to " + to);
        }
        return series.waveform(asked.device(), from, to);
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
