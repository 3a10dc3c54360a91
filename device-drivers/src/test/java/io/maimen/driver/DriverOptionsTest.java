package io.maimen.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DriverOptionsTest {
    private final DriverOptions options = new DriverOptions(
            Map.of("codes.GLU", "mdc:160184", "wait", "PT2S", "limit", "300", "bad", "soon", "encoding", "UTF-8"));

    @Test
    void settingsAreReadAsWhatTheyAre() {
        assertEquals(Optional.of("UTF-8"), options.text("encoding"));
        assertEquals(Duration.ofSeconds(2), options.duration("wait", Duration.ZERO));
        assertEquals(300, options.integer("limit", 1, 0, 1000));
        assertEquals(Map.of("GLU", "mdc:160184"), options.under("codes."));
    }

    @Test
    void whatWasNotSetHasItsStandard() {
        assertEquals(Duration.ofSeconds(5), options.duration("other", Duration.ofSeconds(5)));
        assertEquals(7, options.integer("other", 7, 0, 10));
    }

    @Test
    void whatCannotBeIsRefusedByNameWithTheAcceptedValues() {
        assertEquals(
                "DEC-010 options.bad must be a duration such as PT15S but was soon",
                assertThrows(IllegalArgumentException.class, () -> options.duration("bad", Duration.ZERO))
                        .getMessage());
        assertEquals(
                "DEC-014 options.limit must be a whole number from 0 to 100 but was 300",
                assertThrows(IllegalArgumentException.class, () -> options.integer("limit", 1, 0, 100))
                        .getMessage());
        assertEquals(
                "DEC-014 options.bad must be a whole number from 0 to 100 but was soon",
                assertThrows(IllegalArgumentException.class, () -> options.integer("bad", 1, 0, 100))
                        .getMessage());
    }
}
