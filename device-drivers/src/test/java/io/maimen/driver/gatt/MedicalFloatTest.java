package io.maimen.driver.gatt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.maimen.observation.NumericValue;
import io.maimen.observation.code.UcumUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MedicalFloatTest {
    @ParameterizedTest
    @CsvSource({
        "007FFFFF, NaN",
        "00800000, NRes",
        "007FFFFE, +INFINITY",
        "00800002, -INFINITY",
        "00800001, reserved",
        "FE000EB0, 37.60",
        "04010203, 660510000",
        "FFFFFFFF, -0.1",
        // exponent 13, too long to be written out: a number all the same
        "0D7FFFFD, 83886050000000000000"
    })
    void aFloatIsItsDigitsOrItsReservedWord(String word, String text) {
        MedicalFloat number = new MedicalFloat(Integer.parseUnsignedInt(word, 16));
        assertEquals(text, number.text());
        assertEquals(
                Character.isDigit(text.charAt(text.length() - 1)), number.in(UcumUnit.CELSIUS) instanceof NumericValue);
    }
}
