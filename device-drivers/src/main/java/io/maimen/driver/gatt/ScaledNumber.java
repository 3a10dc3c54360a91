package io.maimen.driver.gatt;

import io.maimen.observation.NumericValue;
import io.maimen.observation.Quantity;
import io.maimen.observation.code.UcumUnit;
import java.math.BigDecimal;

/**
 * An unsigned 16 bit number in fixed steps, as scales send it. Immutable.
 *
 * @param word as sent
 * @param factor steps of {@code factor * 10^-decimals}
 */
record ScaledNumber(int word, int factor, int decimals) {
    /** What scales send for a measurement that failed. */
    static final int UNSUCCESSFUL = 0xFFFF;

    boolean unsuccessful() {
        return word == UNSUCCESSFUL;
    }

    BigDecimal number() {
        return BigDecimal.valueOf((long) word * factor, decimals);
    }

    NumericValue in(UcumUnit unit) {
        return NumericValue.exact(new Quantity(number(), unit));
    }

    String text() {
        return number().toPlainString();
    }
}
