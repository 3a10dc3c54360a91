package io.maimen.ingest.query;

import io.maimen.alerting.review.Alert;
import io.maimen.alerting.review.AlertId;
import io.maimen.alerting.rule.PatientSubject;
import io.maimen.ingest.clinical.AlertRecords;
import io.maimen.ingest.clinical.AssessedReadings;
import io.maimen.ingest.clinical.PatientRecords;
import io.maimen.ingest.security.Scope;
import io.maimen.ingest.sql.Database;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.patient.PatientId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Alerts for the worklist and for programs. Blocking; thread-safe. */
public final class AlertQuery {
    private static final Duration BEFORE = Duration.ofDays(2);

    private final Database clinical;

    public AlertQuery(Database clinical) {
        this.clinical = clinical;
    }

    /** Which alerts a list holds; in {@code ALL} the open ones come first. */
    public enum Chosen {
        OPEN,
        CLOSED,
        ALL
    }

    /** {@code {"alerts": […]}}: open ones by priority, then waiting longest; closed ones by closing, newest first. */
    public JsonObject list(Scope scope, Chosen chosen, int limit) {
        List<JsonObject> alerts = clinical.reader().inTransaction(handle -> {
            AlertRecords records = new AlertRecords(handle);
            List<Alert> found = new ArrayList<>();
            if (chosen != Chosen.CLOSED) {
                found.addAll(records.open(scope, limit));
            }
            if (chosen != Chosen.OPEN && found.size() < limit) {
                found.addAll(records.closed(scope, limit - found.size()));
            }
            return found.stream().map(alert -> json(handle, alert)).toList();
        });
        return new JsonObject().put("alerts", new JsonArray(alerts));
    }

    /** An alert the scope sees, with its history and what was measured on its subject in the days around it. */
    public Optional<JsonObject> detail(Scope scope, AlertId id) {
        return clinical.reader().inTransaction(handle -> {
            AlertRecords records = new AlertRecords(handle);
            return records.find(id, scope).map(alert -> json(handle, alert)
                    .put(
                            "history",
                            new JsonArray(records.history(id).stream()
                                    .map(entry -> new JsonObject()
                                            .put("at", JsonTime.of(entry.at()))
                                            .put("by", entry.by())
                                            .put("action", entry.action())
                                            .put("reason", entry.reason()))
                                    .toList()))
                    .put(
                            "readings",
                            new JsonArray(new AssessedReadings(handle)
                                            .of(
                                                    alert.subject(),
                                                    alert.shown().measuredAt().minus(BEFORE))
                                            .stream()
                                            .map(reading -> ReadingJson.of(
                                                    reading.fact(),
                                                    patient(
                                                            handle,
                                                            reading.owner().patient())))
                                            .toList())));
        });
    }

    /** An alert that somebody has just changed. */
    public JsonObject of(Alert alert) {
        return clinical.reader().inTransaction(handle -> json(handle, alert));
    }

    private static JsonObject json(Handle handle, Alert alert) {
        Optional<PatientId> patient =
                alert.subject() instanceof PatientSubject known ? Optional.of(known.patient()) : Optional.empty();
        return AlertJson.of(alert, patient.flatMap(id -> new PatientRecords(handle).name(id)));
    }

    private static Optional<JsonObject> patient(Handle handle, Optional<PatientId> patient) {
        return patient.map(id ->
                PatientJson.reference(id, new PatientRecords(handle).name(id).orElse(id.value())));
    }

    /** How many open alerts of a scope each device has. */
    public Map<DeviceId, Integer> openByDevice(Scope scope) {
        return clinical.reader().inTransaction(handle -> new AlertRecords(handle).openByDevice(scope));
    }
}
