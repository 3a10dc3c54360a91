package io.maimen.observation.fact;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.patient.PatientId;
import io.maimen.observation.time.TimeScale;
import java.time.Instant;

/**
 * Two patients are one person: all that is the duplicate's is the kept one's, past and future. Immutable.
 *
 * @param by the person who said so
 * @param reason in the person's words
 */
public record MergeFact(PatientId duplicate, PatientId kept, String by, String reason, Instant admittedAt)
        implements Fact {
    public MergeFact {
        requireNonNull(duplicate, "duplicate");
        requireNonNull(kept, "kept");
        admittedAt = TimeScale.onScale(requireNonNull(admittedAt, "admittedAt"));
        if (duplicate.equals(kept)) {
            throw new IllegalArgumentException("OBS-055 a patient must be merged with another but was with itself");
        }
        if (by.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("OBS-056 a merge must say by whom and why but did not");
        }
    }
}
