package io.maimen.driver.result;

import io.maimen.driver.Decoded;
import io.maimen.observation.AbsentValue;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.NumericValue;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.Quantity;
import io.maimen.observation.QuantityComparator;
import io.maimen.observation.TextValue;
import io.maimen.observation.code.UcumUnit;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A value and its unit as a device writes them: a number, a text, or none with its reason. Stateless. */
public final class ReportedValue {
    private static final Pattern NUMBER =
            Pattern.compile("(<=|>=|<|>|\u2264|\u2265)?\\s*([+-]?(?:[0-9]{1,18}(?:\\.[0-9]{0,12})?|\\.[0-9]{1,12}))");
    private static final int MAX_DIGITS = 18;
    private static final Map<String, QuantityComparator> COMPARATORS = Map.of(
            "<", QuantityComparator.LESS_THAN,
            "<=", QuantityComparator.LESS_OR_EQUAL,
            "\u2264", QuantityComparator.LESS_OR_EQUAL,
            ">", QuantityComparator.GREATER_THAN,
            ">=", QuantityComparator.GREATER_OR_EQUAL,
            "\u2265", QuantityComparator.GREATER_OR_EQUAL);

    private ReportedValue() {}

    /** The driver's own codes for what cannot be read: a unit nobody knows, and a number that is none. Immutable. */
    public record Codes(String unknownUnit, String notANumber) {}

    /**
     * Reads a value.
     *
     * @param value without blanks around it
     * @param unit as the device writes it; empty where it writes none
     */
    public static Decoded<ObservationValue> of(String value, String unit, Codes codes) {
        if (value.isEmpty()) {
            return new Decoded.Frame<>(new AbsentValue(DataAbsentReason.UNKNOWN));
        }
        Matcher number = NUMBER.matcher(value);
        if (number.matches() && new BigDecimal(number.group(2)).precision() <= MAX_DIGITS) {
            return ReportedUnit.find(unit)
                    .map(known -> numeric(number, known))
                    .orElseGet(() -> Decoded.refused(
                            codes.unknownUnit(),
                            0,
                            "unit must be a known spelling such as mmol/L but was '" + unit + "'"));
        }
        if (unit.isEmpty()) {
            return new Decoded.Frame<>(new TextValue(value));
        }
        // A unit promises a number. Read as text, "2,7 mmol/L" would never meet a limit, and nobody would know.
        return Decoded.refused(
                codes.notANumber(), 0, "value with unit " + unit + " must be a number but was '" + value + "'");
    }

    private static Decoded<ObservationValue> numeric(Matcher number, UcumUnit unit) {
        QuantityComparator comparator =
                Optional.ofNullable(number.group(1)).map(COMPARATORS::get).orElse(QuantityComparator.EXACT);
        return new Decoded.Frame<>(new NumericValue(new Quantity(new BigDecimal(number.group(2)), unit), comparator));
    }
}
