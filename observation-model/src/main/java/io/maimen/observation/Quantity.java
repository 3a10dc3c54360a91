package io.maimen.observation;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.code.UcumUnit;
import java.math.BigDecimal;

/**
 * A decimal with its unit. The scale of {@code value} is the device's precision: 5.0 and 5.00 are different quantities
 * here, and equal only through {@link BigDecimal#compareTo}. Immutable.
 */
public record Quantity(BigDecimal value, UcumUnit unit) {
    public Quantity {
        requireNonNull(value, "value");
        requireNonNull(unit, "unit");
    }

    /** The number and UCUM code, as {@code 5.0 mmol/L}; never in scientific notation. */
    @Override
    public String toString() {
        return value.toPlainString() + " " + unit.code();
    }
}
