package io.maimen.ingest.clinical;

import io.maimen.alerting.rule.Reading;
import io.maimen.alerting.rule.Subject;
import io.maimen.ingest.sql.EpochMicros;
import io.maimen.ingest.sql.ObservationColumn;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.fact.ObservedFact;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The readings the assessor has judged, within one transaction. Confined to its thread. */
public final class AssessedReadings {
    static final RowMapper<ObservedFact> TO_FACT = (row, context) -> ObservationColumn.read(
            row.getBytes("observation"),
            new GatewayId(row.getString("gateway")),
            Optional.empty(),
            EpochMicros.instant(row.getLong("admitted_us")));

    private static final String INSERT = "INSERT INTO assess_reading (observation_id, device, specimen, simulated,"
            + " measured_us, gateway, admitted_us, observation)"
            + " VALUES (:id, :device, :specimen, :simulated, :measured, :gateway, :admitted, :observation)"
            + " ON CONFLICT (observation_id) DO NOTHING";

    private final Handle handle;

    /** Works within the handle's transaction. */
    public AssessedReadings(Handle handle) {
        this.handle = handle;
    }

    /** Adds a reading made of {@code fact}; false when it was there already. */
    public boolean add(Subject subject, Reading reading, ObservedFact fact) {
        return SubjectKey.bind(handle.createUpdate(INSERT), subject)
                        .bind("id", reading.id().hex())
                        .bind("measured", EpochMicros.of(reading.measuredAt()))
                        .bind("gateway", fact.gateway().value())
                        .bind("admitted", EpochMicros.of(fact.admittedAt()))
                        .bind("observation", ObservationColumn.write(fact))
                        .execute()
                == 1;
    }

    /** Everything measured on a subject, oldest measurement first. */
    public List<ObservedFact> of(Subject subject) {
        return SubjectKey.bind(
                        handle.createQuery("SELECT observation, gateway, admitted_us FROM assess_reading"
                                + SubjectKey.WHERE + " ORDER BY measured_us, observation_id"),
                        subject)
                .map(TO_FACT)
                .list();
    }
}
