package io.maimen.observation.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.Lane;
import io.maimen.observation.wire.Receipt.Outcome;
import io.maimen.observation.wire.Receipt.Quarantined;
import io.maimen.observation.wire.Receipt.Stored;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiptTest {
    private static final String DIGEST = "0f".repeat(32);

    @Test
    void itSpeaksOfEveryItemUpToItsLastRange() {
        assertEquals(0, receipt().itemCount());
        assertEquals(
                7, receipt(new Stored(0, 4), new Quarantined(5, 6, "OBS-003")).itemCount());
    }

    @Test
    void aHoleAnOverlapOrALateStartIsRefused() {
        assertRefused("WIRE-003", new Stored(0, 1), new Stored(3, 4));
        assertRefused("WIRE-003", new Stored(0, 1), new Stored(1, 2));
        assertRefused("WIRE-003", new Stored(1, 1));
    }

    @Test
    void aRangeThatDescendsOrIsLongerThanAnEnvelopeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Stored(2, 1));
        assertThrows(IllegalArgumentException.class, () -> new Stored(-1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Quarantined(0, Integer.MAX_VALUE, "all of them"));
    }

    @Test
    void aDigestThatIsNoneIsRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> new Receipt("0F".repeat(32), List.of(), WireSamples.SERVER_TIME));
    }

    @Test
    void aLaneIsReadFromWhatItWrites() {
        for (Lane lane : Lane.values()) {
            assertEquals(lane, Lane.parse(lane.text()));
        }
        assertThrows(IllegalArgumentException.class, () -> Lane.parse("VITAL"));
    }

    private static Receipt receipt(Outcome... outcomes) {
        return new Receipt(DIGEST, List.of(outcomes), WireSamples.SERVER_TIME);
    }

    private static void assertRefused(String code, Outcome... outcomes) {
        String message = assertThrows(IllegalArgumentException.class, () -> receipt(outcomes))
                .getMessage();
        assertTrue(message.startsWith(code + " "), message);
    }
}
