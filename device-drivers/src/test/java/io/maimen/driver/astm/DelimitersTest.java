package io.maimen.driver.astm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** LIS02-A2 section 5.4: delimiters and escapes. */
class DelimitersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a&F&b;a|b",
                "&S&;^",
                "&R&;\\",
                "&E&;&",
                "&X41&;A",
                "&XE8A180&;\u8840",
                "&F&&S&;|^",
                "x&y;x&y",
                "&Q&F&;&Q|",
                "&X4&;&X4&",
                "&Xzz&;&Xzz&",
                "&;&",
                "&&;&&"
            })
    void escapesAreResolvedAndWhatIsNoneStaysAsSent(String sent, String meant) {
        assertEquals(meant, Delimiters.USUAL.unescape(sent, StandardCharsets.UTF_8));
    }

    @Test
    void emptyPartsStayInTheirPlace() {
        assertEquals(List.of("", "a", "", ""), Delimiters.split("|a||", '|'));
        assertEquals(List.of(""), Delimiters.split("", '|'));
    }
}
