package io.maimen.driver.aecg;

import io.maimen.driver.recording.RefusedFile;
import java.math.BigDecimal;
import java.util.Map;

/** A number with its unit, as attributes {@code value} and {@code unit} write it. Stateless. */
final class PhysicalNumber {
    /** By UCUM: how many decimal places a unit lies below a millivolt; those above have a minus. */
    private static final Map<String, Integer> BELOW_MILLIVOLT = Map.of("V", -3, "mV", 0, "uV", 3, "nV", 6);

    private static final Map<String, Integer> ABOVE_MICROSECOND = Map.of("s", 6, "ms", 3, "us", 0);
    private static final int MOST_DIGITS = 12;

    private PhysicalNumber() {}

    static BigDecimal millivolts(String name, String value, String unit) throws RefusedFile {
        return number(name, value, unit, BELOW_MILLIVOLT).movePointLeft(BELOW_MILLIVOLT.get(unit));
    }

    static BigDecimal micros(String name, String value, String unit) throws RefusedFile {
        return number(name, value, unit, ABOVE_MICROSECOND).movePointRight(ABOVE_MICROSECOND.get(unit));
    }

    private static BigDecimal number(String name, String value, String unit, Map<String, Integer> units)
            throws RefusedFile {
        if (!value.matches("[+-]?\\d{1,9}(\\.\\d{0,9})?([eE][+-]?\\d)?")
                || new BigDecimal(value).precision() > MOST_DIGITS
                || !units.containsKey(unit)) {
            throw new RefusedFile(
                    "AEC-006",
                    0,
                    name + " must be a decimal in "
                            + units.keySet().stream().sorted().toList() + " but was '" + value + "' in '" + unit
                            + "'; ask the cart's maker");
        }
        return new BigDecimal(value);
    }
}
