package io.maimen.alerting.rule;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.code.UcumUnit;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The units in which readings of a quantity can be judged. Immutable.
 *
 * @param code the quantity
 * @param unit the one in which limits are written
 * @param others how many of another unit make one of {@code unit}: 18.0182 mg/dL of glucose make 1 mmol/L
 */
public record AcceptedUnits(ObservationCode code, UcumUnit unit, Map<UcumUnit, BigDecimal> others) {
    public AcceptedUnits {
        requireNonNull(code, "code");
        requireNonNull(unit, "unit");
        others = Map.copyOf(others);
        if (others.containsKey(unit) || others.values().stream().anyMatch(factor -> factor.signum() <= 0)) {
            throw new IllegalArgumentException(
                    "ALR-002 factors must be above 0 and of units other than " + unit + " but were " + others);
        }
    }

    /** How many of {@code asked} make one of {@link #unit}; empty where that is not known. */
    public Optional<BigDecimal> factor(UcumUnit asked) {
        return asked.equals(unit) ? Optional.of(BigDecimal.ONE) : Optional.ofNullable(others.get(asked));
    }

    /** Whether {@code reading} is a number of this quantity, under its MDC or its LOINC code. */
    public boolean concerns(Reading reading) {
        return reading.number().isPresent() && leading(code).equals(leading(reading.code()));
    }

    /** Whether the reading's unit is among the accepted ones. */
    public boolean accepts(Reading reading) {
        return reading.number()
                .flatMap(number -> factor(number.quantity().unit()))
                .isPresent();
    }

    private static ObservationCode leading(ObservationCode code) {
        return Nomenclature.find(code).map(Nomenclature.Entry::code).orElse(code);
    }

    /** All accepted unit codes, the limits' own first. */
    @Override
    public String toString() {
        TreeSet<String> codes = new TreeSet<>();
        others.keySet().forEach(other -> codes.add(other.code()));
        return codes.isEmpty() ? unit.code() : unit.code() + ", " + String.join(", ", codes);
    }
}
