package io.maimen.ingest.clinical;

import io.maimen.alerting.episode.EpisodeEnd;
import io.maimen.alerting.review.Alert;
import io.maimen.alerting.review.AlertId;
import io.maimen.alerting.review.Handling;
import io.maimen.alerting.review.Review;
import io.maimen.alerting.review.RuleRef;
import io.maimen.alerting.rule.Decision;
import io.maimen.alerting.rule.Measurement;
import io.maimen.alerting.rule.PatientSubject;
import io.maimen.alerting.rule.Priority;
import io.maimen.alerting.rule.Reading;
import io.maimen.alerting.rule.SourceSubject;
import io.maimen.alerting.rule.Subject;
import io.maimen.ingest.security.OrganisationId;
import io.maimen.ingest.sql.EpochMicros;
import io.maimen.observation.ObservationId;
import io.maimen.observation.code.BilingualText;
import io.maimen.observation.device.SpecimenId;
import io.maimen.observation.device.UserSlot;
import io.maimen.observation.fact.ObservedFact;
import io.maimen.observation.patient.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/** An alert as a row of table {@code alert}; the only place that knows which part stands in which column. Stateless. */
final class AlertRow {
    static final String UPSERT = "INSERT INTO alert (alert_id, change_number, rule_id, pack, pack_version, source,"
            + " text_zh, text_en, first_action_zh, first_action_en, limit_text, own_by, own_reason, own_from_us, own_until_us, priority, subject, patient_id,"
            + " device, slot, specimen, simulated, shown, shown_code, opened_us, due_us, late, ended_us, ended_reason,"
            + " acknowledged_by, acknowledged_us, acknowledged_reason, closed_by, closed_us, closed_reason)"
            + " VALUES (:id, :change, :rule, :pack, :version, :source, :textZh, :textEn, :actionZh, :actionEn, :limit, :ownBy,"
            + " :ownReason, :ownFrom, :ownUntil, :priority, :subject, :patient, :device, :slot, :specimen, :simulated, :shown, :shownCode, :opened,"
            + " :due, :late, :endedAt, :endedReason, :acknowledgedBy, :acknowledgedAt, :acknowledgedReason, :closedBy, :closedAt, :closedReason)"
            // What a doctor was told when it opened (rule, due time) stays; what was found and done since may change.
            + " ON CONFLICT (alert_id) DO UPDATE SET change_number = excluded.change_number, shown = excluded.shown,"
            + " shown_code = excluded.shown_code,"
            + " late = excluded.late, ended_us = excluded.ended_us, ended_reason = excluded.ended_reason,"
            + " acknowledged_by = excluded.acknowledged_by, acknowledged_us = excluded.acknowledged_us,"
            + " acknowledged_reason = excluded.acknowledged_reason, closed_by = excluded.closed_by,"
            + " closed_us = excluded.closed_us, closed_reason = excluded.closed_reason";
    static final String SELECT = "SELECT a.*, r.observation, r.gateway, r.admitted_us, "
            + AlertPlace.organisation("a") + " AS organisation,"
            + " (SELECT name FROM patient p WHERE p.patient_id = a.patient_id) AS patient_name"
            + " FROM alert a JOIN assess_reading r ON r.observation_id = a.shown";

    private AlertRow() {}

    static Update bind(Update update, Alert alert, long changeNumber) {
        RuleRef rule = alert.rule();
        Reading shown = alert.shown();
        update.bind("id", alert.id().hex())
                .bind("change", changeNumber)
                .bind("rule", rule.id())
                .bind("pack", rule.pack())
                .bind("version", rule.version())
                .bind("source", rule.source())
                .bind("textZh", rule.text().zh())
                .bind("textEn", rule.text().en())
                .bind("actionZh", rule.firstAction().zh())
                .bind("actionEn", rule.firstAction().en())
                .bind("limit", rule.limit())
                .bind("ownBy", rule.own().map(Decision::by))
                .bind("ownReason", rule.own().map(Decision::reason))
                .bind("ownFrom", rule.own().map(own -> EpochMicros.of(own.from())))
                .bind("ownUntil", rule.own().map(own -> EpochMicros.of(own.until())))
                .bind("priority", alert.priority().name())
                .bind("subject", alert.subject().key())
                .bind("patient", patient(alert.subject()).map(PatientId::value))
                .bind("device", shown.device().toString())
                .bind("slot", shown.slot().map(UserSlot::number))
                .bind("specimen", shown.specimen().map(SpecimenId::value).orElse(""))
                .bind("simulated", alert.subject().simulated() ? 1 : 0)
                .bind("shown", shown.id().hex())
                .bind("shownCode", shown.code().toString())
                .bind("opened", EpochMicros.of(alert.openedAt()))
                .bind("due", EpochMicros.of(alert.dueAt()))
                .bind("late", alert.late() ? 1 : 0)
                .bind("endedAt", alert.ended().map(end -> EpochMicros.of(end.at())))
                .bind("endedReason", alert.ended().map(end -> end.reason().name()));
        bind(update, "acknowledged", alert.acknowledged());
        return bind(update, "closed", alert.closed());
    }

    private static Update bind(Update update, String step, Optional<Handling> handling) {
        return update.bind(step + "By", handling.map(Handling::by))
                .bind(step + "At", handling.map(done -> EpochMicros.of(done.at())))
                .bind(step + "Reason", handling.map(Handling::reason));
    }

    static ChangedAlert read(ResultSet row, StatementContext context, Set<ObservationId> evidence, List<Review> reviews)
            throws SQLException {
        ObservedFact fact = AssessedReadings.TO_FACT.map(row, context);
        Measurement measured = measured(fact);
        Reading shown = shown(measured, row.getString("shown_code"));
        Alert alert = new Alert(
                new AlertId(row.getString("alert_id")),
                new RuleRef(
                        row.getString("rule_id"),
                        row.getString("pack"),
                        row.getInt("pack_version"),
                        row.getString("source"),
                        new BilingualText(row.getString("text_zh"), row.getString("text_en")),
                        new BilingualText(row.getString("first_action_zh"), row.getString("first_action_en")),
                        row.getString("limit_text"),
                        own(row)),
                Priority.valueOf(row.getString("priority")),
                subject(row, shown),
                measured,
                shown,
                evidence,
                EpochMicros.instant(row.getLong("opened_us")),
                EpochMicros.instant(row.getLong("due_us")),
                row.getInt("late") != 0,
                end(row),
                handling(row, "acknowledged"),
                reviews,
                handling(row, "closed"));
        return new ChangedAlert(
                row.getLong("change_number"),
                alert,
                new OrganisationId(row.getString("organisation")),
                Optional.ofNullable(row.getString("patient_name")));
    }

    private static Measurement measured(ObservedFact fact) {
        return new Measurement(Reading.of(fact.observation(), fact.admittedAt()).stream()
                .filter(reading -> reading.number().isPresent())
                .toList());
    }

    /** An alert from before panels names no code: its observation has one number only. */
    private static Reading shown(Measurement measured, String code) {
        return measured.readings().stream()
                .filter(reading -> code.isEmpty() || reading.code().toString().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("only readings are assessed"));
    }

    private static Optional<PatientId> patient(Subject subject) {
        return subject instanceof PatientSubject known ? Optional.of(known.patient()) : Optional.empty();
    }

    private static Subject subject(ResultSet row, Reading shown) throws SQLException {
        String patient = row.getString("patient_id");
        return patient == null
                ? SourceSubject.of(shown)
                : new PatientSubject(new PatientId(patient), shown.simulated());
    }

    private static Optional<Decision> own(ResultSet row) throws SQLException {
        String by = row.getString("own_by");
        return by == null
                ? Optional.empty()
                : Optional.of(new Decision(
                        by,
                        row.getString("own_reason"),
                        EpochMicros.instant(row.getLong("own_from_us")),
                        EpochMicros.instant(row.getLong("own_until_us"))));
    }

    private static Optional<EpisodeEnd> end(ResultSet row) throws SQLException {
        String reason = row.getString("ended_reason");
        return reason == null
                ? Optional.empty()
                : Optional.of(new EpisodeEnd(
                        EpochMicros.instant(row.getLong("ended_us")), EpisodeEnd.Reason.valueOf(reason)));
    }

    private static Optional<Handling> handling(ResultSet row, String step) throws SQLException {
        String by = row.getString(step + "_by");
        return by == null
                ? Optional.empty()
                : Optional.of(new Handling(
                        by, EpochMicros.instant(row.getLong(step + "_us")), row.getString(step + "_reason")));
    }
}
