package io.maimen.observation.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationCodeTest {
    /** Codes as LOINC publishes them: glucose, potassium in blood and in serum, systolic pressure. */
    @ParameterizedTest
    @ValueSource(strings = {"15074-8", "6298-4", "2823-3", "8480-6", "2339-0"})
    void publishedLoincCodesHaveTrueCheckDigits(String code) {
        assertEquals("loinc:" + code, new LoincCode(code).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"6298-5", "2832-3", "15074-", "15074", "-8", "12345678-9", "1507a-8", " 6298-4"})
    void aMistypedLoincCodeIsRefused(String code) {
        assertThrows(IllegalArgumentException.class, () -> new LoincCode(code));
    }

    @Property(tries = 300)
    void oneWrongDigitIsAlwaysSeen(
            @ForAll @IntRange(min = 0, max = 3) int place, @ForAll @IntRange(min = 1, max = 9) int by) {
        char[] digits = "2823-3".toCharArray();
        digits[place] = (char) ('0' + (digits[place] - '0' + by) % 10);
        assertThrows(IllegalArgumentException.class, () -> new LoincCode(new String(digits)));
    }

    @Property(tries = 300)
    void aCodeIsReadFromWhatItWrites(@ForAll @LongRange(min = 1, max = 0xFFFF_FFFFL) long number) {
        ObservationCode code = new MdcCode(number);
        assertEquals(code, ObservationCode.parse(code.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mdc:0", "mdc:-1", "mdc:4294967296", "mdc:99999999999", "mdc:+5", "mdc:05", "mdc:", "mdc:x"})
    void anMdcCodeHasOneSpellingAndThirtyTwoBits(String text) {
        assertThrows(IllegalArgumentException.class, () -> ObservationCode.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"R51", "R07.4", "I10"})
    void aCategoryOrSubcategoryOfIcd10IsACode(String code) {
        assertEquals(new Icd10Code(code), ObservationCode.parse("icd10:" + code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"r51", "R5", "R511", "R07.", "R07.41", "51R", ""})
    void whatHasNotTheFormOfIcd10IsRefused(String code) {
        assertThrows(IllegalArgumentException.class, () -> new Icd10Code(code));
    }

    @Test
    void aCodeOfNoKnownSystemIsRefused() {
        String message = assertThrows(IllegalArgumentException.class, () -> ObservationCode.parse("snomed:1"))
                .getMessage();
        assertEquals("OBS-030 code must start with mdc:, loinc: or icd10: but was snomed:1", message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "mmol /L", "毫摩尔", "12345678901234567890123456789012345678901"})
    void aUnitIsVisibleAscii(String code) {
        assertThrows(IllegalArgumentException.class, () -> new UcumUnit(code));
    }

    @Test
    void aTextInOneLanguageOnlyIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new BilingualText("血糖", " "));
        assertThrows(IllegalArgumentException.class, () -> new BilingualText("", "Glucose"));
    }
}
