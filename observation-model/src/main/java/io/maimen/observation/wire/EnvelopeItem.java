package io.maimen.observation.wire;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.Observation;
import io.maimen.observation.patient.Binding;

/** What an envelope carries one by one: a measurement, or who was measured. Immutable. */
public sealed interface EnvelopeItem {
    /** A measurement was made. */
    record Measured(Observation observation) implements EnvelopeItem {
        public Measured {
            requireNonNull(observation, "observation");
        }
    }

    /** Somebody said at the gateway who is measured. */
    record Bound(Binding binding) implements EnvelopeItem {
        public Bound {
            requireNonNull(binding, "binding");
        }
    }
}
