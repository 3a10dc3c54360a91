package io.maimen.ingest.query;

import io.maimen.alerting.review.Alert;
import io.maimen.alerting.review.AlertId;
import io.maimen.ingest.clinical.AlertRecords;
import io.maimen.ingest.clinical.AssessedReadings;
import io.maimen.ingest.security.Scope;
import io.maimen.ingest.sql.Database;
import io.maimen.observation.device.DeviceId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Alerts for the worklist and for programs. Blocking; thread-safe. */
public final class AlertQuery {
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
        List<Alert> alerts = clinical.reader().inTransaction(handle -> {
            AlertRecords records = new AlertRecords(handle);
            List<Alert> found = new ArrayList<>();
            if (chosen != Chosen.CLOSED) {
                found.addAll(records.open(scope, limit));
            }
            if (chosen != Chosen.OPEN && found.size() < limit) {
                found.addAll(records.closed(scope, limit - found.size()));
            }
            return found;
        });
        return new JsonObject()
                .put("alerts", new JsonArray(alerts.stream().map(AlertJson::of).toList()));
    }

    /** An alert the scope sees, with its history and every reading of its subject that was judged. */
    public Optional<JsonObject> detail(Scope scope, AlertId id) {
        return clinical.reader().inTransaction(handle -> {
            AlertRecords records = new AlertRecords(handle);
            return records.find(id, scope).map(alert -> AlertJson.of(alert)
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
                                    .of(alert.subject()).stream()
                                            .map(ReadingJson::of)
                                            .toList())));
        });
    }

    /** How many open alerts of a scope each device has. */
    public Map<DeviceId, Integer> openByDevice(Scope scope) {
        return clinical.reader().inTransaction(handle -> new AlertRecords(handle).openByDevice(scope));
    }
}
