package io.maimen.ingest.patient;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.patient.PatientId;
import java.util.Locale;
import java.util.Optional;

/** Whose a reading is. Immutable. */
public sealed interface Owner {
    /** This patient's, and nobody else's. */
    record Known(PatientId id) implements Owner {
        public Known {
            requireNonNull(id, "id");
        }
    }

    /** Nobody's: it waits in the inbox. */
    record Nobody(Reason reason) implements Owner {
        public Nobody {
            requireNonNull(reason, "reason");
        }
    }

    /** Why a reading waits in the inbox. */
    enum Reason {
        /** Nobody has said who was measured. */
        NO_BINDING,
        /** A person took it away from everybody. */
        TAKEN_AWAY,
        /** It was said to be of a patient this server does not know. */
        UNKNOWN_PATIENT,
        /** Simulated data never reaches a real patient's chart, nor a real reading a simulated patient's. */
        SIMULATED_MISMATCH;

        /** Such as {@code no-binding}, as table and API write it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Reads what {@link #text} wrote. */
        public static Reason parse(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** The patient; empty where it is nobody's. */
    default Optional<PatientId> patient() {
        return this instanceof Known known ? Optional.of(known.id()) : Optional.empty();
    }
}
