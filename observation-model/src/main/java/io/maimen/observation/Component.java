package io.maimen.observation;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.code.ObservationCode;

/** A part of a measurement that has a code and a value of its own, such as the systolic pressure. Immutable. */
public record Component(ObservationCode type, ObservationValue value) {
    public Component {
        requireNonNull(type, "type");
        requireNonNull(value, "value");
    }
}
