package io.maimen.observation.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnrolmentCodeTest {
    /** 80 bits, five to a letter: 00000 00001 00010 … 01111, which are the letters 0 to F. */
    private static final byte[] SECRET = HexFormat.of().parseHex("00443214c74254b635cf");

    private static final byte[] AUTHORITY = "a CA certificate".getBytes(StandardCharsets.US_ASCII);
    private static final EnrolmentCode CODE = EnrolmentCode.of(SECRET, AUTHORITY);

    @Test
    void theSecretIsCrockfordsBase32InGroupsOfFour() {
        assertTrue(CODE.text().startsWith("0123-4567-89AB-CDEF-"), CODE.text());
        assertTrue(CODE.text().matches("([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}"), CODE.text());
    }

    @Test
    void whatAPersonTypesIsReadWithoutRegardToCaseBlanksAndLettersThatLookLikeDigits() {
        String typed = CODE.text().toLowerCase(Locale.ROOT).replace("-", "  ");
        assertEquals(CODE, EnrolmentCode.parse(typed));
        assertEquals(CODE, EnrolmentCode.parse(CODE.text().replace('0', 'o').replace('1', 'l')));
        assertEquals(CODE, EnrolmentCode.parse(CODE.text().replace('0', 'O').replace('1', 'I')));
    }

    @Test
    void itIsOfTheServerWhoseAuthorityItNamesAndOfNoOther() {
        assertTrue(CODE.isOf(AUTHORITY));
        assertFalse(CODE.isOf("another's certificate".getBytes(StandardCharsets.US_ASCII)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0123-4567-89AB-CDEF",
                "0123-4567-89AB-CDEF-0123-4567-89AB-CDEF-0",
                "U123-4567-89AB-CDEF-0123-4567-89AB-CDEF",
                "0123-4567-89AB-CDEF-0123-4567-89AB-CDE\u4e2d"
            })
    void whatIsNoCodeIsRefused(String text) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> EnrolmentCode.parse(text));
        assertTrue(e.getMessage().startsWith("PKI-001 "), e.getMessage());
    }

    @Test
    void aLogDoesNotShowTheSecret() {
        assertFalse(CODE.toString().contains("0123"), CODE.toString());
        assertEquals(64, CODE.secretSha256().length());
    }
}
