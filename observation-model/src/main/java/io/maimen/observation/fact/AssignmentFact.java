package io.maimen.observation.fact;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.ObservationId;
import io.maimen.observation.patient.PatientId;
import io.maimen.observation.time.TimeScale;
import java.time.Instant;
import java.util.Optional;

/**
 * A person said whose one reading is; it counts more than any binding, and the one admitted last counts. Immutable.
 *
 * @param patient empty when it was taken away from everybody
 * @param by the person
 * @param reason in the person's words
 */
public record AssignmentFact(
        ObservationId observation, Optional<PatientId> patient, String by, String reason, Instant admittedAt)
        implements Fact {
    public AssignmentFact {
        requireNonNull(observation, "observation");
        requireNonNull(patient, "patient");
        admittedAt = TimeScale.onScale(requireNonNull(admittedAt, "admittedAt"));
        if (by.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("OBS-054 an assignment must say by whom and why but did not");
        }
    }
}
