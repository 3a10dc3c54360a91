package io.maimen.observation;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.code.ObservationCode;

/** A result that is a code, such as "positive". Immutable. */
public record CodedValue(ObservationCode code) implements ObservationValue {
    public CodedValue {
        requireNonNull(code, "code");
    }
}
