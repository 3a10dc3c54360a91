package io.maimen.alerting.pack;

import io.maimen.alerting.rule.Limit;
import io.maimen.observation.Quantity;
import io.maimen.observation.QuantityComparator;
import io.maimen.observation.code.UcumUnit;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Limits and decimals as a pack writes them: {@code >= 16.7 mmol/L}. Stateless. */
public final class LimitText {
    /** What a limit must be, for error texts. */
    public static final String LIMIT_FORM =
            "be <, <=, > or >=, a decimal above 0, and a UCUM unit, such as '< 3.0 mmol/L'";

    static final String DECIMAL_FORM = "be a decimal above 0 without exponent, such as 18.0182";

    private static final String DECIMAL = "[0-9]{1,9}(?:\\.[0-9]{1,9})?";
    private static final Pattern FORM =
            Pattern.compile("(<=|>=|<|>) ?(" + DECIMAL + "(?:/" + DECIMAL + ")*) ([!-~]{1,40})");
    private static final Map<String, QuantityComparator> COMPARATORS = Map.of(
            "<", QuantityComparator.LESS_THAN,
            "<=", QuantityComparator.LESS_OR_EQUAL,
            ">", QuantityComparator.GREATER_THAN,
            ">=", QuantityComparator.GREATER_OR_EQUAL);

    private LimitText() {}

    /**
     * Reads a limit.
     *
     * @throws IllegalArgumentException when the text has another form
     */
    public static Limit parse(String text) {
        List<Limit> limits = parseAll(text);
        if (limits.size() > 1) {
            throw new IllegalArgumentException(text);
        }
        return limits.get(0);
    }

    /**
     * Reads the limits of a rule of several quantities: {@code >= 180/110 mm[Hg]} is two.
     *
     * @throws IllegalArgumentException when the text has another form
     */
    public static List<Limit> parseAll(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        QuantityComparator comparator = COMPARATORS.get(matcher.group(1));
        UcumUnit unit = new UcumUnit(matcher.group(3));
        return Arrays.stream(matcher.group(2).split("/", -1))
                .map(bound -> new Limit(comparator, new Quantity(positiveDecimal(bound), unit)))
                .toList();
    }

    /** @throws IllegalArgumentException when the text is no decimal above 0 */
    static BigDecimal positiveDecimal(String text) {
        if (!text.matches(DECIMAL) || new BigDecimal(text).signum() == 0) {
            throw new IllegalArgumentException(text);
        }
        return new BigDecimal(text);
    }
}
