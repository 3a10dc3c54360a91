package io.maimen.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ReadOnlyBufferException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BytesTest {
    @Test
    void nobodyElseCanChangeThem() {
        byte[] mine = {1, 2};
        Bytes bytes = Bytes.of(mine);
        mine[0] = 9;
        bytes.toArray()[1] = 9;
        assertEquals("0102", bytes.hex());
        assertThrows(ReadOnlyBufferException.class, () -> bytes.asBuffer().put((byte) 9));
    }

    @Test
    void longOnesAreShownByTheirHead() {
        assertEquals(
                "100 bytes 00000000000000000000000000000000…",
                Bytes.of(new byte[100]).toString());
        assertEquals("1 bytes ff", Bytes.of((byte) 0xFF).toString());
    }

    @Test
    void aFrameIsNamedByTheSha256OfItsBytes() {
        // FIPS 180-2, appendix B.1.
        RawFrameRef name = RawFrameRef.of(Bytes.of("abc".getBytes(StandardCharsets.US_ASCII)));
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", name.sha256());
    }

    @Test
    void aNameInUpperCaseIsRefused() {
        String message = assertThrows(IllegalArgumentException.class, () -> new RawFrameRef("BA".repeat(32)))
                .getMessage();
        assertTrue(message.startsWith("OBS-012 sha256 must be 64 lower-case hex digits"), message);
    }
}
