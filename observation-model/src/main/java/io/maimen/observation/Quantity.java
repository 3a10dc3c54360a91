package io.maimen.observation;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.code.UcumUnit;
import java.math.BigDecimal;

/**
 * A decimal with its unit. The scale of {@code value} is the device's precision: 5.0 and 5.00 are different quantities
 * here, and equal only through {@link BigDecimal#compareTo}. Immutable.
 *
 * @param value at most 18 digits, exponent -128 to 127: all that IEEE 11073 FLOAT can say, and far more digits
 */
public record Quantity(BigDecimal value, UcumUnit unit) {
    private static final int MAX_DIGITS = 18;
    private static final int MIN_EXPONENT = -128;
    private static final int MAX_EXPONENT = 127;

    public Quantity {
        requireInRange("value", value);
        requireNonNull(unit, "unit");
    }

    /** A decimal without bounds is a way to make a reader write out two thousand million digits. */
    static void requireInRange(String name, BigDecimal value) {
        if (value.precision() > MAX_DIGITS || value.scale() < -MAX_EXPONENT || value.scale() > -MIN_EXPONENT) {
            throw new IllegalArgumentException(
                    "OBS-016 " + name + " must have at most 18 digits and an exponent of -128" + " to 127 but had "
                            + value.precision() + " digits and exponent " + -(long) value.scale());
        }
    }

    /** The number and UCUM code, as {@code 5.0 mmol/L}; never in scientific notation. */
    @Override
    public String toString() {
        return value.toPlainString() + " " + unit.code();
    }
}
