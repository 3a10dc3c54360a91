package io.maimen.ingest.clinical;

import io.maimen.ingest.patient.AdmittedBinding;
import io.maimen.ingest.patient.WhoWasMeasured;
import io.maimen.ingest.sql.EpochMicros;
import io.maimen.observation.ObservationId;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.SpecimenId;
import io.maimen.observation.device.UserSlot;
import io.maimen.observation.fact.AssignmentFact;
import io.maimen.observation.patient.Binding;
import io.maimen.observation.patient.BindingId;
import io.maimen.observation.patient.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** What was said about who was measured: bindings and assignments, within one transaction. Confined to its thread. */
public final class BindingRecords {
    private static final RowMapper<AdmittedBinding> TO_BINDING = (row, context) -> new AdmittedBinding(
            new Binding(
                    new BindingId(row.getString("binding_id")),
                    DeviceId.parse(row.getString("device")),
                    slot(row),
                    Optional.ofNullable(row.getString("specimen")).map(SpecimenId::new),
                    EpochMicros.instant(row.getLong("from_us")),
                    Optional.ofNullable(row.getString("to_us")).map(text -> EpochMicros.instant(Long.parseLong(text))),
                    new PatientId(row.getString("patient_id")),
                    Binding.Basis.valueOf(row.getString("basis")),
                    row.getString("by_whom")),
            EpochMicros.instant(row.getLong("admitted_us")));

    private final Handle handle;

    /** Works within the handle's transaction. */
    public BindingRecords(Handle handle) {
        this.handle = handle;
    }

    /**
     * Adds a telling of a binding to those before. Empty where it says nothing new; else the binding as it is now, with
     * the longest interval that it spoke of until now or speaks of now: what was measured in it may have another owner.
     */
    public Optional<Binding> tell(AdmittedBinding telling) {
        Optional<AdmittedBinding> before = find(telling.binding().id());
        AdmittedBinding now = before.map(earlier -> earlier.and(telling)).orElse(telling);
        if (before.equals(Optional.of(now))) {
            return Optional.empty();
        }
        put(now);
        return Optional.of(before.orElse(now).binding());
    }

    private void put(AdmittedBinding admitted) {
        Binding binding = admitted.binding();
        handle.createUpdate(
                        "INSERT INTO binding (binding_id, device, slot, specimen, from_us, to_us, patient_id, basis,"
                                + " by_whom, admitted_us)"
                                + " VALUES (:id, :device, :slot, :specimen, :from, :to, :patient, :basis, :by, :admitted)"
                                + " ON CONFLICT (binding_id) DO UPDATE SET to_us = excluded.to_us,"
                                + " admitted_us = excluded.admitted_us")
                .bind("id", binding.id().hex())
                .bind("device", binding.device().toString())
                .bind("slot", binding.slot().map(UserSlot::number))
                .bind("specimen", binding.specimen().map(SpecimenId::value))
                .bind("from", EpochMicros.of(binding.from()))
                .bind("to", binding.to().map(EpochMicros::of))
                .bind("patient", binding.patient().value())
                .bind("basis", binding.basis().name())
                .bind("by", binding.by())
                .bind("admitted", EpochMicros.of(admitted.admittedAt()))
                .execute();
    }

    /** One binding; empty where there is none of that id. */
    public Optional<AdmittedBinding> find(BindingId id) {
        return handle.createQuery("SELECT * FROM binding WHERE binding_id = :id")
                .bind("id", id.hex())
                .map(TO_BINDING)
                .findOne();
    }

    /** The bindings of a device that speak of a moment. */
    public List<AdmittedBinding> at(DeviceId device, Instant moment) {
        return handle.createQuery("SELECT * FROM binding WHERE device = :device AND from_us <= :at"
                        + " AND (to_us IS NULL OR to_us > :at)")
                .bind("device", device.toString())
                .bind("at", EpochMicros.of(moment))
                .map(TO_BINDING)
                .list();
    }

    /** The bindings that name a patient, also by one who was merged into it; the one that began last first. */
    public List<AdmittedBinding> of(PatientId patient, int limit) {
        return handle.createQuery("WITH RECURSIVE same (id) AS (SELECT :patient UNION"
                        + " SELECT p.patient_id FROM patient p JOIN same ON p.merged_into = same.id)"
                        + " SELECT * FROM binding WHERE patient_id IN (SELECT id FROM same)"
                        + " ORDER BY from_us DESC, binding_id LIMIT :limit")
                .bind("patient", patient.value())
                .bind("limit", limit)
                .map(TO_BINDING)
                .list();
    }

    /** Every binding of a kind that speaks of a moment, the one that began last first. */
    public List<AdmittedBinding> at(Binding.Basis basis, Instant moment, int limit) {
        return handle.createQuery("SELECT * FROM binding WHERE basis = :basis AND from_us <= :at"
                        + " AND (to_us IS NULL OR to_us > :at) ORDER BY from_us DESC, binding_id LIMIT :limit")
                .bind("basis", basis.name())
                .bind("at", EpochMicros.of(moment))
                .bind("limit", limit)
                .map(TO_BINDING)
                .list();
    }

    /** Keeps what a person said about one reading; false where a later word is there already. */
    public boolean assign(AssignmentFact fact) {
        Optional<AssignmentFact> before = assignment(fact.observation());
        if (before.filter(earlier -> WhoWasMeasured.later(earlier, fact).equals(earlier))
                .isPresent()) {
            return false;
        }
        handle.createUpdate("INSERT INTO assignment (observation_id, patient_id, by_whom, reason, admitted_us)"
                        + " VALUES (:id, :patient, :by, :reason, :admitted) ON CONFLICT (observation_id) DO UPDATE SET"
                        + " patient_id = excluded.patient_id, by_whom = excluded.by_whom, reason = excluded.reason,"
                        + " admitted_us = excluded.admitted_us")
                .bind("id", fact.observation().hex())
                .bind("patient", fact.patient().map(PatientId::value))
                .bind("by", fact.by())
                .bind("reason", fact.reason())
                .bind("admitted", EpochMicros.of(fact.admittedAt()))
                .execute();
        return true;
    }

    /** A person's last word about one reading. */
    public Optional<AssignmentFact> assignment(ObservationId id) {
        return handle.createQuery("SELECT * FROM assignment WHERE observation_id = :id")
                .bind("id", id.hex())
                .map((row, context) -> new AssignmentFact(
                        id,
                        Optional.ofNullable(row.getString("patient_id")).map(PatientId::new),
                        row.getString("by_whom"),
                        row.getString("reason"),
                        EpochMicros.instant(row.getLong("admitted_us"))))
                .findOne();
    }

    private static Optional<UserSlot> slot(ResultSet row) throws SQLException {
        int number = row.getInt("slot");
        return row.wasNull() ? Optional.empty() : Optional.of(new UserSlot(number));
    }
}
