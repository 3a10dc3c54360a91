package io.maimen.alerting.rule;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.NumericValue;
import io.maimen.observation.Quantity;
import io.maimen.observation.QuantityComparator;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All values on one side of a bound, such as {@code < 3.0 mmol/L}. Decimals are compared exactly. Immutable.
 *
 * @param comparator the side, and whether the bound belongs to it; any but {@code EXACT}
 * @param bound the number with its unit
 */
public record Limit(QuantityComparator comparator, Quantity bound) {
    public Limit {
        requireNonNull(comparator, "comparator");
        requireNonNull(bound, "bound");
        if (comparator == QuantityComparator.EXACT) {
            throw new IllegalArgumentException("ALR-001 limit must be <, <=, > or >= but was = " + bound);
        }
    }

    /**
     * Whether {@code value} lies inside for certain. A device that says {@code <0.6} has proved {@code < 3.0}; one that
     * says {@code >5.0} has proved nothing about {@code >= 16.7}, and neither has a value in another unit.
     */
    public boolean contains(NumericValue value) {
        return value.quantity().unit().equals(bound.unit()) && contains(value, BigDecimal.ONE);
    }

    /** The same for a value in a unit of which {@code factor} make one of the bound's; exact. */
    boolean contains(NumericValue value, BigDecimal factor) {
        QuantityComparator said = value.comparator();
        boolean openTowardsUs = said == QuantityComparator.EXACT || isDownward(said) == isDownward(comparator);
        int side = value.quantity().value().compareTo(bound.value().multiply(factor));
        return openTowardsUs && (side == 0 ? includesBound(comparator) || excludesBound(said) : side < 0 == isBelow());
    }

    /** Whether every value inside {@code other} is inside this limit too. */
    public boolean contains(Limit other) {
        return contains(new NumericValue(other.bound, other.comparator));
    }

    /** Everything that is not inside. */
    public Limit complement() {
        return new Limit(
                switch (comparator) {
                    case LESS_THAN -> QuantityComparator.GREATER_OR_EQUAL;
                    case LESS_OR_EQUAL -> QuantityComparator.GREATER_THAN;
                    case GREATER_THAN -> QuantityComparator.LESS_OR_EQUAL;
                    case GREATER_OR_EQUAL -> QuantityComparator.LESS_THAN;
                    case EXACT -> throw new IllegalStateException("refused by the constructor");
                },
                bound);
    }

    /** Whether low values are inside. */
    public boolean isBelow() {
        return isDownward(comparator);
    }

    /** As doctors read it: {@code ≥ 16.7 mmol/L}. */
    @Override
    public String toString() {
        return sign() + " " + bound;
    }

    /** Several as doctors read them together: {@code ≥ 180/110 mm[Hg]}; at least one. */
    static String text(List<Limit> limits) {
        Limit first = limits.get(0);
        boolean isShort = limits.stream()
                .allMatch(limit -> limit.comparator == first.comparator
                        && limit.bound.unit().equals(first.bound.unit()));
        if (!isShort) {
            return limits.stream().map(Limit::toString).collect(Collectors.joining(" / "));
        }
        String bounds = limits.stream()
                .map(limit -> limit.bound.value().toPlainString())
                .collect(Collectors.joining("/"));
        return first.sign() + " " + bounds + " " + first.bound.unit();
    }

    /** The comparator as doctors read it. */
    private String sign() {
        return switch (comparator) {
            case LESS_OR_EQUAL -> "≤";
            case GREATER_OR_EQUAL -> "≥";
            case LESS_THAN, GREATER_THAN, EXACT -> comparator.symbol();
        };
    }

    private static boolean isDownward(QuantityComparator comparator) {
        return comparator == QuantityComparator.LESS_THAN || comparator == QuantityComparator.LESS_OR_EQUAL;
    }

    private static boolean includesBound(QuantityComparator comparator) {
        return comparator == QuantityComparator.LESS_OR_EQUAL || comparator == QuantityComparator.GREATER_OR_EQUAL;
    }

    private static boolean excludesBound(QuantityComparator comparator) {
        return comparator == QuantityComparator.LESS_THAN || comparator == QuantityComparator.GREATER_THAN;
    }
}
