package io.maimen.ingest.clinical;

import io.maimen.alerting.pack.LimitText;
import io.maimen.alerting.rule.Decision;
import io.maimen.alerting.rule.OwnLimit;
import io.maimen.ingest.patient.Register;
import io.maimen.ingest.sql.EpochMicros;
import io.maimen.observation.patient.PatientId;
import io.maimen.observation.wire.DesiredContent.PersonalLimit;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Patients' own limits, also those that others have replaced, within one transaction. Confined to its thread. */
public final class LimitRecords {
    private static final String INSERT =
            "INSERT INTO own_limit (patient_id, rule, from_us, until_us, limit_text, by_whom, reason) ";

    private final Handle handle;

    public LimitRecords(Handle handle) {
        this.handle = handle;
    }

    /** From then on it takes the place of what the patient, or whoever this turned out to be, had for this rule. */
    public void put(PersonalLimit limit, Instant from) {
        PatientId patient = new PatientRecords(handle)
                .find(limit.patient())
                .map(Register.Entry::id)
                .orElseGet(limit::patient);
        handle.createUpdate(INSERT + "VALUES (:patient, :rule, :from, :until, :limit, :by, :reason)"
                        + " ON CONFLICT (patient_id, rule, from_us) DO UPDATE SET until_us = excluded.until_us,"
                        + " limit_text = excluded.limit_text, by_whom = excluded.by_whom, reason = excluded.reason")
                .bind("patient", patient.value())
                .bind("rule", limit.rule())
                .bind("from", EpochMicros.of(from))
                .bind("until", EpochMicros.of(limit.until()))
                .bind("limit", limit.limit())
                .bind("by", limit.by())
                .bind("reason", limit.reason())
                .execute();
    }

    /** All that were ever decided for a patient. */
    public List<OwnLimit> of(PatientId patient) {
        return handle.createQuery("SELECT * FROM own_limit WHERE patient_id = :patient ORDER BY rule, from_us")
                .bind("patient", patient.value())
                .map((row, context) -> new OwnLimit(
                        row.getString("rule"),
                        LimitText.parseAll(row.getString("limit_text")),
                        new Decision(
                                row.getString("by_whom"),
                                row.getString("reason"),
                                EpochMicros.instant(row.getLong("from_us")),
                                EpochMicros.instant(row.getLong("until_us")))))
                .list();
    }

    /** A duplicate's limits become the kept patient's; of two for a rule the one decided later counts. */
    public void move(PatientId duplicate, PatientId kept) {
        handle.createUpdate(INSERT
                        + "SELECT :kept, rule, from_us, until_us, limit_text, by_whom, reason FROM own_limit"
                        + " WHERE patient_id = :duplicate ON CONFLICT (patient_id, rule, from_us) DO NOTHING")
                .bind("kept", kept.value())
                .bind("duplicate", duplicate.value())
                .execute();
        handle.createUpdate("DELETE FROM own_limit WHERE patient_id = :duplicate")
                .bind("duplicate", duplicate.value())
                .execute();
    }
}
