package io.maimen.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.time.ReceiveTime;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RawFrameTest {
    private static final Bytes BYTES = Bytes.of((byte) '6', (byte) '.', (byte) '4');
    private static final ReceiveTime AT = new ReceiveTime(Instant.parse("2025-03-14T01:26:53Z"));

    @Test
    void itsNameIsThatOfItsBytesWhateverWasReadInThem() {
        RawFrame read = new RawFrame(BYTES, AT, List.of(new FrameField("value", "6.4", "mmol/L", 0, 3)));
        assertEquals(new RawFrame(BYTES, AT).ref(), read.ref());
    }

    @Test
    void aFieldBeyondItsBytesIsRefused() {
        assertRefused("OBS-019 frame field must lie within the frame's 3 bytes", new FrameField("value", "", "", 1, 3));
        assertRefused("OBS-019", new FrameField("value", "", "", Integer.MAX_VALUE, Integer.MAX_VALUE));
        // An empty field at the very end has its place after the last byte.
        assertEquals(
                1,
                frame(List.of(new FrameField("empty", "", "", 3, 0))).fields().size());
    }

    @Test
    void moreFieldsThanAnyEyeReadsAreRefused() {
        FrameField field = new FrameField("value", "6.4", "", 0, 3);
        assertEquals(1024, frame(Collections.nCopies(1024, field)).fields().size());
        assertThrows(IllegalArgumentException.class, () -> frame(Collections.nCopies(1025, field)));
    }

    @Test
    void aFieldHasANameAndAPlace() {
        assertThrows(IllegalArgumentException.class, () -> new FrameField(" ", "", "", 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new FrameField("value", "", "", -1, 0));
        assertThrows(IllegalArgumentException.class, () -> new FrameField("value", "", "", 0, -1));
    }

    private static RawFrame frame(List<FrameField> fields) {
        return new RawFrame(BYTES, AT, fields);
    }

    private static void assertRefused(String beginning, FrameField field) {
        String message = assertThrows(IllegalArgumentException.class, () -> frame(List.of(field)))
                .getMessage();
        assertTrue(message.startsWith(beginning), message);
    }
}
