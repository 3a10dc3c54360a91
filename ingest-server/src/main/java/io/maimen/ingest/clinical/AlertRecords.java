package io.maimen.ingest.clinical;

import io.maimen.alerting.review.Alert;
import io.maimen.alerting.review.AlertId;
import io.maimen.alerting.review.Review;
import io.maimen.alerting.rule.PatientSubject;
import io.maimen.alerting.rule.Subject;
import io.maimen.ingest.security.Scope;
import io.maimen.ingest.sql.EpochMicros;
import io.maimen.observation.ObservationId;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.patient.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Alerts, their evidence and their history, within one transaction. Confined to its thread. */
public final class AlertRecords {
    private final Handle handle;

    /** Works within the handle's transaction, also to read: an alert and its evidence must be of one moment. */
    public AlertRecords(Handle handle) {
        this.handle = handle;
    }

    /** Inserts or replaces an alert and notes what happened to it. */
    public void put(Alert alert, AlertHistoryEntry what) {
        long change = handle.createQuery(
                        "UPDATE change_counter SET value = value + 1 WHERE name = 'alert' RETURNING value")
                .mapTo(Long.class)
                .one();
        AlertRow.bind(handle.createUpdate(AlertRow.UPSERT), alert, change).execute();
        putEvidence(alert);
        ReviewRow.put(handle, alert);
        handle.createUpdate("INSERT INTO alert_history (alert_id, change_number, action, at_us, by_whom, reason)"
                        + " VALUES (:id, :change, :action, :at, :by, :reason)")
                .bind("id", alert.id().hex())
                .bind("change", change)
                .bind("action", what.action())
                .bind("at", EpochMicros.of(what.at()))
                .bind("by", what.by())
                .bind("reason", what.reason())
                .execute();
    }

    private void putEvidence(Alert alert) {
        handle.createUpdate("DELETE FROM alert_evidence WHERE alert_id = :id")
                .bind("id", alert.id().hex())
                .execute();
        for (ObservationId observation : alert.evidence()) {
            handle.createUpdate("INSERT INTO alert_evidence (alert_id, observation_id) VALUES (:id, :observation)")
                    .bind("id", alert.id().hex())
                    .bind("observation", observation.hex())
                    .execute();
        }
    }

    /** One alert; empty when there is none of that name. */
    public Optional<Alert> find(AlertId id) {
        return alerts(select(" WHERE alert_id = :id", "", query -> query.bind("id", id.hex()))).stream()
                .findFirst();
    }

    /** The same, where the scope sees it. */
    public Optional<Alert> find(AlertId id, Scope scope) {
        return alerts(select(
                        " WHERE alert_id = :id AND " + AlertPlace.within("alert"),
                        "",
                        query -> scope.bind(query.bind("id", id.hex()))))
                .stream()
                .findFirst();
    }

    /** The open alerts of a subject, and those closed since a moment. */
    public List<Alert> of(Subject subject, Instant closedSince) {
        return alerts(select(
                " WHERE subject = :subject AND (closed_us IS NULL OR closed_us >= :since)",
                "",
                query -> query.bind("subject", subject.key()).bind("since", EpochMicros.of(closedSince))));
    }

    /** The open alerts of a patient, most urgent first. */
    public List<Alert> open(PatientId patient) {
        return alerts(select(
                " WHERE patient_id = :patient AND closed_us IS NULL",
                " ORDER BY priority, opened_us, alert_id",
                query -> query.bind("patient", patient.value())));
    }

    /** A duplicate's closed alerts become the kept patient's: what is dealt with need not be dealt with again. */
    public void moveClosed(PatientId duplicate, PatientId kept) {
        for (boolean simulated : new boolean[] {true, false}) {
            handle.createUpdate("UPDATE alert SET patient_id = :kept, subject = :now"
                            + " WHERE subject = :before AND closed_us IS NOT NULL")
                    .bind("kept", kept.value())
                    .bind("now", new PatientSubject(kept, simulated).key())
                    .bind("before", new PatientSubject(duplicate, simulated).key())
                    .execute();
        }
    }

    /** The alerts of a scope that a reading is evidence for, the one opened first in front. */
    public List<Alert> judging(ObservationId observation, Scope scope) {
        return alerts(select(
                " WHERE alert_id IN (SELECT alert_id FROM alert_evidence WHERE observation_id = :observation) AND "
                        + AlertPlace.within("alert"),
                " ORDER BY opened_us, alert_id",
                query -> scope.bind(query.bind("observation", observation.hex()))));
    }

    /** Open alerts of a scope, most urgent first, then the one that has waited longest. */
    public List<Alert> open(Scope scope, int limit) {
        return alerts(select(
                " WHERE closed_us IS NULL AND " + AlertPlace.within("alert"),
                " ORDER BY priority, opened_us, alert_id LIMIT :limit",
                query -> scope.bind(query.bind("limit", limit))));
    }

    /** Closed alerts of a scope, the one closed last first. */
    public List<Alert> closed(Scope scope, int limit) {
        return alerts(select(
                " WHERE closed_us IS NOT NULL AND " + AlertPlace.within("alert"),
                " ORDER BY closed_us DESC, alert_id LIMIT :limit",
                query -> scope.bind(query.bind("limit", limit))));
    }

    /** Everybody's alerts changed after a change number, in the order of their last changes. */
    public List<ChangedAlert> changedAfter(long changeNumber, int limit) {
        return select(" WHERE change_number > :after", " ORDER BY change_number LIMIT :limit", query -> query.bind(
                        "after", changeNumber)
                .bind("limit", limit));
    }

    /** The number of the last change of any alert; 0 before the first. */
    public long lastChange() {
        return handle.createQuery("SELECT value FROM change_counter WHERE name = 'alert'")
                .mapTo(Long.class)
                .one();
    }

    /** What happened to an alert, oldest first. */
    public List<AlertHistoryEntry> history(AlertId id) {
        return handle.createQuery("SELECT * FROM alert_history WHERE alert_id = :id ORDER BY change_number")
                .bind("id", id.hex())
                .map((row, context) -> new AlertHistoryEntry(
                        EpochMicros.instant(row.getLong("at_us")),
                        row.getString("by_whom"),
                        row.getString("action"),
                        row.getString("reason")))
                .list();
    }

    /** How many open alerts of a scope each device has; devices without one are not in it. */
    public Map<DeviceId, Integer> openByDevice(Scope scope) {
        return scope
                .bind(handle.createQuery("SELECT device, COUNT(*) AS open FROM alert WHERE closed_us IS NULL AND "
                        + AlertPlace.within("alert") + " GROUP BY device"))
                .map((row, context) -> Map.entry(DeviceId.parse(row.getString("device")), row.getInt("open")))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<ChangedAlert> select(String where, String order, UnaryOperator<Query> bind) {
        String chosen = "(SELECT alert_id FROM alert" + where + order + ")";
        Map<String, Set<ObservationId>> evidence = bind
                .apply(handle.createQuery(
                        "SELECT alert_id, observation_id FROM alert_evidence WHERE alert_id IN " + chosen))
                .map((row, context) ->
                        Map.entry(row.getString("alert_id"), new ObservationId(row.getString("observation_id"))))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
        Map<String, List<Review>> reviews = ReviewRow.of(handle, chosen, bind);
        String sorted = order.split(" LIMIT", 2)[0];
        return bind.apply(handle.createQuery(AlertRow.SELECT + " WHERE a.alert_id IN " + chosen + sorted))
                .map((row, context) -> {
                    String id = row.getString("alert_id");
                    return AlertRow.read(row, context, evidence.get(id), reviews.getOrDefault(id, List.of()));
                })
                .list();
    }

    private static List<Alert> alerts(List<ChangedAlert> changed) {
        return changed.stream().map(ChangedAlert::alert).toList();
    }
}
