package io.maimen.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.code.UcumUnit;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationValueTest {
    @Test
    void theDevicesDigitsArePartOfAQuantity() {
        assertNotEquals(millimoles("5.0"), millimoles("5.00"));
        assertEquals("5.00 mmol/L", millimoles("5.00").toString());
        assertEquals("0.0000001 mmol/L", millimoles("1E-7").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999999999999E127", "-1E-128", "0E-128", "0"})
    void aDecimalAtTheEdgeOfItsRangeIsTaken(String decimal) {
        assertTrue(millimoles(decimal).toString().length() < 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000000000000", "1E128", "1E-129", "1E2000000000"})
    void aDecimalBeyondItsRangeIsRefused(String decimal) {
        String message = assertThrows(IllegalArgumentException.class, () -> millimoles(decimal))
                .getMessage();
        assertTrue(message.startsWith("OBS-016 value must have at most 18 digits"), message);
    }

    @Test
    void bitsOutsideTheirMaskAreRefused() {
        new BitsValue(0b0101, 0b0111);
        assertThrows(IllegalArgumentException.class, () -> new BitsValue(0b1000, 0b0111));
        assertThrows(IllegalArgumentException.class, () -> new BitsValue(0, Long.MIN_VALUE));
    }

    @Test
    void aBlankTextIsNoValue() {
        assertThrows(IllegalArgumentException.class, () -> new TextValue(" "));
    }

    private static Quantity millimoles(String decimal) {
        return new Quantity(new BigDecimal(decimal), UcumUnit.MILLIMOLE_PER_LITRE);
    }
}
