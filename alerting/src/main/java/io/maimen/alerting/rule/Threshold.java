package io.maimen.alerting.rule;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.NumericValue;
import io.maimen.observation.Quantity;
import io.maimen.observation.QuantityComparator;
import io.maimen.observation.code.ObservationCode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One quantity's limits with hysteresis: met at {@code raise}, over at {@code clear}, and in between whatever it was.
 * Immutable.
 *
 * @param units of the quantity
 * @param raise its bound is above zero
 */
public record Threshold(AcceptedUnits units, Limit raise, Limit clear) {
    public Threshold {
        requireNonNull(units, "units");
        if (!raise.bound().unit().equals(units.unit()) || raise.bound().value().signum() <= 0) {
            throw new IllegalArgumentException(
                    "ALR-004 limit must be above 0 and in " + units.unit() + " but was " + raise);
        }
        if (!raise.complement().contains(clear)) {
            throw new IllegalArgumentException(
                    "ALR-005 clear limit must lie within " + raise.complement() + " but was " + clear);
        }
    }

    /**
     * The same with another bound to be met at, and the way back to clear as long as it was. Empty where {@code to} has
     * another comparator or unit, or is so low that nothing could clear it.
     */
    Optional<Threshold> movedTo(Limit to) {
        BigDecimal back = clear.bound().value().subtract(raise.bound().value());
        BigDecimal cleared = to.bound().value().add(back);
        if (to.comparator() != raise.comparator()
                || !to.bound().unit().equals(units.unit())
                || to.bound().value().signum() <= 0
                || cleared.signum() <= 0) {
            return Optional.empty();
        }
        return Optional.of(
                new Threshold(units, to, new Limit(clear.comparator(), new Quantity(cleared, units.unit()))));
    }

    /** The quantity judged. */
    public ObservationCode code() {
        return units.code();
    }

    /** Whether {@code reading} is of this quantity and proves that the limit is met. */
    public boolean isRaisedBy(Reading reading) {
        return isProvedBy(reading, raise);
    }

    /** Whether {@code reading} is of this quantity and proves that the condition is over. */
    public boolean isClearedBy(Reading reading) {
        return isProvedBy(reading, clear);
    }

    /** Whether {@code reading} proves that the limit is not met; then it has nothing to tell. */
    public boolean isRuledOutBy(Reading reading) {
        return isProvedBy(reading, raise.complement());
    }

    /** Whether all that meets this limit meets {@code other} of the same quantity too. */
    boolean isWithin(Threshold other) {
        return code().equals(other.code()) && other.raise.contains(raise);
    }

    /** Whether {@code reading} can be placed on this quantity's scale at all. */
    boolean measures(Reading reading) {
        return units.concerns(reading) && units.accepts(reading);
    }

    /** How far out a reading lies, in bounds: 198 mm[Hg] of ≥ 180 mm[Hg] is 1.1. Only for one that it measures. */
    Extent extent(Reading reading) {
        NumericValue number = reading.number().orElseThrow();
        Quantity quantity = number.quantity();
        BigDecimal factor = units.factor(quantity.unit()).orElseThrow();
        boolean isBeyond = number.comparator() == QuantityComparator.LESS_THAN
                || number.comparator() == QuantityComparator.GREATER_THAN;
        return new Extent(quantity.value(), factor.multiply(raise.bound().value()), raise.isBelow(), isBeyond);
    }

    private boolean isProvedBy(Reading reading, Limit limit) {
        Optional<NumericValue> number = reading.number().filter(value -> units.concerns(reading));
        return number.isPresent()
                && units.factor(number.get().quantity().unit())
                        .filter(factor -> limit.contains(number.get(), factor))
                        .isPresent();
    }
}
