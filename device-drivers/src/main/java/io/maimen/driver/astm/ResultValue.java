package io.maimen.driver.astm;

import io.maimen.driver.Decoded;
import io.maimen.driver.result.ReportedValue;
import io.maimen.observation.AbsentValue;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.ObservationValue;
import java.util.Optional;

/** What say (LIS02-A2 section 9.4, 9.5): a number with its unit, a text, or none with its reason. */
final class ResultValue {
    private static final ReportedValue.Codes CODES = new ReportedValue.Codes("AST-023", "AST-024");

    private ResultValue() {}

    /**
     * Reads a value.
     *
     * @param value R-4 without blanks around it
     * @param unit R-5 as the analyser writes it
     */
    static Decoded<ObservationValue> of(String value, String unit, ResultStatus status) {
        Optional<DataAbsentReason> absent = status.absentReason();
        return absent.isPresent()
                ? new Decoded.Frame<>(new AbsentValue(absent.get()))
                : ReportedValue.of(value, unit, CODES);
    }
}
