package io.maimen.ingest.query;

import io.maimen.ingest.clinical.AssessedReadings;
import io.maimen.ingest.clinical.PatientRecords;
import io.maimen.ingest.patient.Patient;
import io.maimen.ingest.security.Scope;
import io.maimen.ingest.series.StoredObservation;
import io.maimen.ingest.sql.Database;
import io.maimen.observation.ObservationId;
import io.maimen.observation.patient.PatientId;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose the readings of a device are. A reading of a patient the caller does not see is not there, whoever's gateway
 * brought it. Blocking; thread-safe.
 */
public final class Owners {
    private final Database clinical;

    public Owners(Database clinical) {
        this.clinical = clinical;
    }

    /** The readings the scope sees, each as JSON by {@code shown}, which gets a PatientRef where one is known. */
    List<JsonObject> shown(Scope scope, List<StoredObservation> readings, Shown shown) {
        return clinical.reader().inTransaction(handle -> {
            Map<ObservationId, PatientId> owners = new AssessedReadings(handle)
                    .owners(readings.stream()
                            .map(reading -> reading.fact().observation().id())
                            .toList());
            PatientRecords patients = new PatientRecords(handle);
            Map<PatientId, Optional<Patient>> seen = new HashMap<>();
            return readings.stream()
                    .flatMap(reading -> {
                        Optional<PatientId> owner = Optional.ofNullable(
                                owners.get(reading.fact().observation().id()));
                        Optional<Patient> patient =
                                owner.flatMap(id -> seen.computeIfAbsent(id, key -> patients.find(scope, key)));
                        return owner.isPresent() && patient.isEmpty()
                                ? Optional.<JsonObject>empty().stream()
                                : Optional.of(shown.json(reading, patient.map(PatientJson::reference))).stream();
                    })
                    .toList();
        });
    }

    /** Makes the JSON of one reading. */
    @FunctionalInterface
    interface Shown {
        JsonObject json(StoredObservation reading, Optional<JsonObject> patient);
    }
}
