package io.maimen.driver.senml;

import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.code.UcumUnit;
import java.util.List;
import java.util.Optional;

/** What a record's name stands for. A closed set; immutable. */
sealed interface Meaning {
    /**
     * A measured quantity.
     *
     * @param units it may be in
     * @param assumed what holds where the record names no unit; empty where that is refused, as mmHg and kPa look alike
     */
    record Measured(ObservationCode code, List<UcumUnit> units, Optional<UcumUnit> assumed) implements Meaning {
        public Measured {
            units = List.copyOf(units);
        }
    }

    /** The number of the user button that was pressed. */
    record Slot() implements Meaning {}

    /** Something said against the measurement, where true. */
    record Doubt(MeasurementStatus status) implements Meaning {}
}
