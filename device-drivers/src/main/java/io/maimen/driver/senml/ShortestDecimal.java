package io.maimen.driver.senml;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Predicate;

/**
 * The decimal with the fewest digits that names a binary float: what its sender meant by it. Stateless.
 *
 * <p>Not {@code Double.toString}: before Java 19 it gives a digit too many for some values.
 */
final class ShortestDecimal {
    private static final int MOST_DIGITS = 17;
    private static final int HALF_FRACTION_BITS = 10;
    private static final int HALF_SMALLEST_EXPONENT = -14;

    private ShortestDecimal() {}

    /** Of a finite IEEE 754 binary64. */
    static BigDecimal ofDouble(double value) {
        return shortest(new BigDecimal(value), decimal -> decimal.doubleValue() == value);
    }

    /** Of a finite binary32. */
    static BigDecimal ofFloat(float value) {
        return shortest(new BigDecimal(value), decimal -> decimal.floatValue() == value);
    }

    /** Of a finite binary16, given as the binary32 of the same value: closer to it than half way to its neighbours. */
    static BigDecimal ofHalf(float value) {
        int exponent = Math.max(Math.getExponent(value), HALF_SMALLEST_EXPONENT);
        BigDecimal halfWay = new BigDecimal(Math.scalb(1.0, exponent - HALF_FRACTION_BITS - 1));
        BigDecimal exact = new BigDecimal(value);
        return shortest(exact, decimal -> decimal.subtract(exact).abs().compareTo(halfWay) < 0);
    }

    private static BigDecimal shortest(BigDecimal exact, Predicate<BigDecimal> means) {
        for (int digits = 1; digits <= MOST_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (means.test(rounded)) {
                BigDecimal shortest = rounded.stripTrailingZeros();
                // 120 and not 1.2E+2, as long as the zeros are not more than a quantity's digits.
                return shortest.scale() < 0 && shortest.precision() - shortest.scale() <= MOST_DIGITS
                        ? shortest.setScale(0)
                        : shortest;
            }
        }
        throw new IllegalStateException("17 digits name every double");
    }
}
