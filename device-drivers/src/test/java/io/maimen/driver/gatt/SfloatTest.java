package io.maimen.driver.gatt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.maimen.observation.AbsentValue;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Quantity;
import io.maimen.observation.code.UcumUnit;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SfloatTest {
    @ParameterizedTest
    @CsvSource({
        "007D, 125", //   mantissa 125, exponent 0
        "F0BD, 18.9", //  mantissa 189, exponent -1: the device's one decimal stays
        "F010, 1.6", //   mantissa 16, exponent -1
        "F00A, 1.0", //   mantissa 10, exponent -1: 1.0 is not 1
        "100C, 120", //   mantissa 12, exponent 1
        "0FFF, -1", //    mantissa -1
        "8001, 0.00000001", // exponent -8
        "7001, 10000000", //   exponent 7
        "07FD, 2045", //  the largest number with exponent 0
        "0803, -2045", // the smallest
        "F7FF, 204.7", // like NaN, but with another exponent: a number
    })
    void aNumberKeepsTheDevicesDigits(String hex, String number) {
        assertEquals(
                NumericValue.exact(new Quantity(new BigDecimal(number), UcumUnit.MILLIMETRE_OF_MERCURY)),
                new Sfloat(Integer.parseInt(hex, 16)).in(UcumUnit.MILLIMETRE_OF_MERCURY));
    }

    @ParameterizedTest
    @CsvSource({
        "07FF, NOT_A_NUMBER",
        "0800, UNSUPPORTED",
        "07FE, POSITIVE_INFINITY",
        "0802, NEGATIVE_INFINITY",
        "0801, ERROR",
    })
    void aReservedWordIsAReasonAndNeverANumber(String hex, DataAbsentReason reason) {
        assertEquals(new AbsentValue(reason), new Sfloat(Integer.parseInt(hex, 16)).in(UcumUnit.KILOPASCAL));
    }

    @Property
    void everyWordIsANumberOrAReason(@ForAll @IntRange(max = 0xFFFF) int word) {
        boolean reserved = word == 0x07FF || word == 0x0800 || word == 0x07FE || word == 0x0802 || word == 0x0801;
        assertEquals(!reserved, new Sfloat(word).in(UcumUnit.ONE) instanceof NumericValue);
    }

    @Test
    void moreThanSixteenBitsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Sfloat(0x1_0000));
    }
}
