package io.maimen.alerting.rule;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.QuantityComparator;
import io.maimen.observation.code.BilingualText;
import io.maimen.observation.code.ObservationCode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A limit with hysteresis: met at {@code raise}, over at {@code clear}, and in between whatever it was. Immutable.
 *
 * @param family rules of one family judge the same quantity in the same direction; the most severe one speaks
 * @param units of the quantity it judges
 * @param source citation of the numbers
 */
public record LimitRule(
        String id,
        String family,
        AcceptedUnits units,
        Limit raise,
        Limit clear,
        Priority priority,
        BilingualText text,
        BilingualText firstAction,
        String source)
        implements AlertRule {

    public LimitRule {
        requireNonNull(id, "id");
        requireNonNull(family, "family");
        requireNonNull(priority, "priority");
        requireNonNull(text, "text");
        requireNonNull(firstAction, "firstAction");
        requireNonNull(source, "source");
        if (!raise.bound().unit().equals(units.unit())) {
            throw new IllegalArgumentException(
                    "ALR-004 limit of " + id + " must be in " + units.unit() + " but was " + raise);
        }
        if (!raise.complement().contains(clear)) {
            throw new IllegalArgumentException(
                    "ALR-005 clear limit of " + id + " must lie within " + raise.complement() + " but was " + clear);
        }
    }

    /** The quantity judged. */
    public ObservationCode code() {
        return units.code();
    }

    @Override
    public String limitText() {
        return raise.toString();
    }

    @Override
    public boolean isRaisedBy(Reading reading) {
        return isProvedBy(reading, raise);
    }

    @Override
    public boolean isClearedBy(Reading reading) {
        return isProvedBy(reading, clear);
    }

    /** Whether {@code reading} proves that the condition is not there; then it has nothing to tell this rule. */
    public boolean isRuledOutBy(Reading reading) {
        return isProvedBy(reading, raise.complement());
    }

    private boolean isProvedBy(Reading reading, Limit limit) {
        return units.concerns(reading)
                && reading.number()
                        .filter(number -> units.factor(number.quantity().unit())
                                .filter(factor -> limit.contains(number, factor))
                                .isPresent())
                        .isPresent();
    }

    /** Further out is worse; at the same number "beyond" is worse than the number itself; an unknown unit is least. */
    @Override
    public int compareSeverity(Reading a, Reading b) {
        Optional<BigDecimal> factorOfA = factor(a);
        Optional<BigDecimal> factorOfB = factor(b);
        if (factorOfA.isEmpty() || factorOfB.isEmpty()) {
            return Boolean.compare(factorOfA.isPresent(), factorOfB.isPresent());
        }
        // a / factor(a) against b / factor(b), without dividing: a decimal cannot hold every quotient.
        BigDecimal left = value(a).multiply(factorOfB.get());
        BigDecimal right = value(b).multiply(factorOfA.get());
        int outwards = raise.isBelow() ? right.compareTo(left) : left.compareTo(right);
        return outwards != 0 ? outwards : Boolean.compare(isBeyond(a), isBeyond(b));
    }

    private Optional<BigDecimal> factor(Reading reading) {
        return reading.number().flatMap(number -> units.factor(number.quantity().unit()));
    }

    private static BigDecimal value(Reading reading) {
        return reading.number().orElseThrow().quantity().value();
    }

    private static boolean isBeyond(Reading reading) {
        QuantityComparator comparator = reading.number().orElseThrow().comparator();
        return comparator == QuantityComparator.LESS_THAN || comparator == QuantityComparator.GREATER_THAN;
    }
}
