package io.maimen.driver.astm;

import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.MeasurementStatus;
import java.util.Optional;

/** The result status R-9 (LIS02-A2 section 9.9), a letter or nothing. Immutable. */
record ResultStatus(String letter) {
    /** Why there is no value, whatever R-4 holds. */
    Optional<DataAbsentReason> absentReason() {
        return switch (letter) {
            case "X" -> Optional.of(DataAbsentReason.NOT_PERFORMED);
            case "I" -> Optional.of(DataAbsentReason.TEMPORARILY_UNKNOWN);
            default -> Optional.empty();
        };
    }

    /** What it says against the value. A letter we do not know says something: better doubted than trusted. */
    Optional<MeasurementStatus> doubt() {
        return switch (letter) {
            case "", "F", "R", "V", "X", "I" -> Optional.empty();
            case "P", "S" -> Optional.of(MeasurementStatus.PRELIMINARY);
            case "C" -> Optional.of(MeasurementStatus.CORRECTED);
            default -> Optional.of(MeasurementStatus.QUESTIONABLE);
        };
    }
}
