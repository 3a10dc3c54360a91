package io.maimen.observation;

import static java.util.Objects.requireNonNull;

/**
 * A number with its unit. {@code comparator} is {@code EXACT} unless the device said "less than" or "more than", as
 * glucose meters do at the ends of their range. Immutable.
 */
public record NumericValue(Quantity quantity, QuantityComparator comparator) implements ObservationValue {
    public NumericValue {
        requireNonNull(quantity, "quantity");
        requireNonNull(comparator, "comparator");
    }

    /** The quantity as measured, neither above nor below a device's range. */
    public static NumericValue exact(Quantity quantity) {
        return new NumericValue(quantity, QuantityComparator.EXACT);
    }
}
