package io.maimen.alerting.rule;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.patient.PatientId;

/** A patient, whichever devices measured. Immutable. */
public record PatientSubject(PatientId patient, boolean simulated) implements Subject {
    public PatientSubject {
        requireNonNull(patient, "patient");
    }

    @Override
    public String key() {
        return "patient " + patient + (simulated ? " simulated" : "");
    }
}
