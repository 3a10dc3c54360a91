package io.maimen.ingest.patient;

import io.maimen.observation.patient.PatientId;
import java.util.Optional;

/** Which patients there are. */
@FunctionalInterface
public interface Register {
    /** Whom an id means: the patient itself, or the one it was merged with; empty where there is none of that id. */
    Optional<Entry> find(PatientId id);

    /** A patient who is not merged with another. Immutable. */
    record Entry(PatientId id, boolean simulated) {}
}
