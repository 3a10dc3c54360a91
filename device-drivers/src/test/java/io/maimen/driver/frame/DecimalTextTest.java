package io.maimen.driver.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class DecimalTextTest {
    @Property
    void aDecimalIsWrittenAsItsDigitsAre(
            @ForAll @LongRange(min = -99_999_999_999L, max = 99_999_999_999L) long unscaled,
            @ForAll @IntRange(min = 1, max = 9) int decimals) {
        assertEquals(BigDecimal.valueOf(unscaled, decimals).toPlainString(), DecimalText.of(unscaled, decimals));
    }
}
