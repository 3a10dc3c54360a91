package io.maimen.ingest.clinical;

import io.maimen.alerting.rule.Subject;
import io.maimen.ingest.patient.Owner;
import io.maimen.ingest.sql.EpochMicros;
import io.maimen.ingest.sql.ObservationColumn;
import io.maimen.observation.MeasurementSource;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationId;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.device.SpecimenId;
import io.maimen.observation.device.UserSlot;
import io.maimen.observation.fact.ObservedFact;
import io.maimen.observation.patient.Binding;
import io.maimen.observation.patient.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Update;

/**
 * The readings the assessor has seen, each with its one owner, within one transaction. Waveforms are not among them.
 * Confined to its thread.
 */
public final class AssessedReadings {
    static final RowMapper<ObservedFact> TO_FACT = (row, context) -> ObservationColumn.read(
            row.getBytes("observation"),
            new GatewayId(row.getString("gateway")),
            Optional.empty(),
            EpochMicros.instant(row.getLong("admitted_us")));
    private static final RowMapper<OwnedReading> TO_READING =
            (row, context) -> new OwnedReading(TO_FACT.map(row, context), owner(row));

    private static final String INSERT =
            "INSERT INTO assess_reading (observation_id, device, slot, specimen, simulated,"
                    + " measured_us, gateway, admitted_us, observation, patient_id, nobody_reason, subject)"
                    + " VALUES (:id, :device, :slot, :specimen, :simulated, :measured, :gateway, :admitted, :observation,"
                    + " :patient, :reason, :subject) ON CONFLICT (observation_id) DO NOTHING";
    private static final String SELECT = "SELECT * FROM assess_reading";
    private static final String OLDEST_FIRST = " ORDER BY measured_us, observation_id";

    private final Handle handle;

    /** Works within the handle's transaction. */
    public AssessedReadings(Handle handle) {
        this.handle = handle;
    }

    /** Adds a reading; false when it was there already, whosever it is by now. */
    public boolean add(OwnedReading reading) {
        ObservedFact fact = reading.fact();
        Observation observation = fact.observation();
        MeasurementSource source = observation.source();
        return bindOwner(handle.createUpdate(INSERT), reading)
                        .bind("device", source.device().toString())
                        .bind("slot", source.slot().map(UserSlot::number))
                        .bind(
                                "specimen",
                                source.specimen().map(SpecimenId::value).orElse(""))
                        .bind("simulated", observation.provenance().simulated() ? 1 : 0)
                        .bind("measured", EpochMicros.of(reading.measuredAt()))
                        .bind("gateway", fact.gateway().value())
                        .bind("admitted", EpochMicros.of(fact.admittedAt()))
                        .bind("observation", ObservationColumn.write(fact))
                        .execute()
                == 1;
    }

    /** Gives a reading to another owner and returns it as it is now. */
    public OwnedReading give(OwnedReading reading, Owner to) {
        OwnedReading now = reading.withOwner(to);
        bindOwner(
                        handle.createUpdate("UPDATE assess_reading SET patient_id = :patient, nobody_reason = :reason,"
                                + " subject = :subject WHERE observation_id = :id"),
                        now)
                .execute();
        return now;
    }

    private static Update bindOwner(Update update, OwnedReading reading) {
        Optional<String> reason = reading.owner() instanceof Owner.Nobody nobody
                ? Optional.of(nobody.reason().text())
                : Optional.empty();
        return update.bind("id", reading.fact().observation().id().hex())
                .bind("patient", reading.owner().patient().map(PatientId::value))
                .bind("reason", reason)
                .bind("subject", reading.subject().key());
    }

    /** One reading; empty where the assessor has not seen it. */
    public Optional<OwnedReading> find(ObservationId id) {
        return handle.createQuery(SELECT + " WHERE observation_id = :id")
                .bind("id", id.hex())
                .map(TO_READING)
                .findOne();
    }

    /** What was measured on a subject from a moment on, oldest measurement first. */
    public List<OwnedReading> of(Subject subject, Instant from) {
        return handle.createQuery(SELECT + " WHERE subject = :subject AND measured_us >= :from" + OLDEST_FIRST)
                .bind("subject", subject.key())
                .bind("from", EpochMicros.of(from))
                .map(TO_READING)
                .list();
    }

    /** When the oldest reading behind the open alerts of a subject was measured; empty where there is no such alert. */
    public Optional<Instant> oldestBehindOpenAlerts(Subject subject) {
        return handle.createQuery("SELECT MIN(r.measured_us) AS oldest FROM alert a"
                        + " JOIN alert_evidence e ON e.alert_id = a.alert_id"
                        + " JOIN assess_reading r ON r.observation_id = e.observation_id"
                        + " WHERE a.subject = :subject AND a.closed_us IS NULL HAVING MIN(r.measured_us) IS NOT NULL")
                .bind("subject", subject.key())
                .map((row, context) -> EpochMicros.instant(row.getLong("oldest")))
                .findOne();
    }

    /** Whatever a binding could speak of: what its device measured in its interval. */
    public List<OwnedReading> under(Binding binding) {
        return handle.createQuery(SELECT + " WHERE device = :device AND measured_us >= :from" + " AND measured_us < :to"
                        + OLDEST_FIRST)
                .bind("device", binding.device().toString())
                .bind("from", EpochMicros.of(binding.from()))
                .bind("to", binding.to().map(EpochMicros::of).orElse(Long.MAX_VALUE))
                .map(TO_READING)
                .list();
    }

    /** What was measured together with a reading, itself among it: at one moment, on one slot and specimen. */
    public List<OwnedReading> together(OwnedReading reading) {
        MeasurementSource source = reading.fact().observation().source();
        return handle
                .createQuery(SELECT + " WHERE device = :device AND measured_us = :at" + OLDEST_FIRST)
                .bind("device", source.device().toString())
                .bind("at", EpochMicros.of(reading.measuredAt()))
                .map(TO_READING)
                .stream()
                .filter(other -> other.fact().observation().source().equals(source))
                .toList();
    }

    /** A patient's readings, the last measured first. */
    public List<OwnedReading> of(PatientId patient, int limit) {
        return handle.createQuery(SELECT + " WHERE patient_id = :patient"
                        + " ORDER BY measured_us DESC, observation_id LIMIT :limit")
                .bind("patient", patient.value())
                .bind("limit", limit)
                .map(TO_READING)
                .list();
    }

    /** A patient's readings from a moment on, oldest first. */
    public List<OwnedReading> of(PatientId patient, Instant from) {
        return handle.createQuery(SELECT + " WHERE patient_id = :patient AND measured_us >= :from" + OLDEST_FIRST)
                .bind("patient", patient.value())
                .bind("from", EpochMicros.of(from))
                .map(TO_READING)
                .list();
    }

    /** Nobody's readings, the last measured first; {@code gateways} brought them, empty for any. */
    public List<OwnedReading> ofNobody(Optional<Collection<GatewayId>> gateways, int limit) {
        if (gateways.filter(Collection::isEmpty).isPresent()) {
            return List.of();
        }
        String brought = gateways.isPresent() ? " AND gateway IN (<gateways>)" : "";
        var query = handle.createQuery(SELECT + " WHERE patient_id IS NULL" + brought
                + " ORDER BY measured_us DESC, observation_id LIMIT :limit");
        gateways.ifPresent(them ->
                query.bindList("gateways", them.stream().map(GatewayId::value).toList()));
        return query.bind("limit", limit).map(TO_READING).list();
    }

    /** Whose these readings are; those of nobody and those not seen yet are not in it. */
    public Map<ObservationId, PatientId> owners(Collection<ObservationId> readings) {
        if (readings.isEmpty()) {
            return Map.of();
        }
        return handle
                .createQuery("SELECT observation_id, patient_id FROM assess_reading"
                        + " WHERE patient_id IS NOT NULL AND observation_id IN (<ids>)")
                .bindList("ids", readings.stream().map(ObservationId::hex).toList())
                .map((row, context) -> Map.entry(
                        new ObservationId(row.getString("observation_id")), new PatientId(row.getString("patient_id"))))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Owner owner(ResultSet row) throws SQLException {
        String patient = row.getString("patient_id");
        return patient != null
                ? new Owner.Known(new PatientId(patient))
                : new Owner.Nobody(Owner.Reason.parse(row.getString("nobody_reason")));
    }
}
