package io.maimen.observation;

import static java.util.Objects.requireNonNull;

/** No value, and why. Immutable. */
public record AbsentValue(DataAbsentReason reason) implements ObservationValue {
    public AbsentValue {
        requireNonNull(reason, "reason");
    }
}
