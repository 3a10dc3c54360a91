package io.maimen.driver.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ChecksumTest {
    @Test
    void crc32OfTheCatalogueCheckString() {
        // CRC-32/ISO-HDLC: the check value every catalogue gives for "123456789".
        assertEquals(0xCBF43926L, Checksum.crc32(ascii("123456789")));
    }

    @Test
    void sumModulo256IsTheChecksumOfAnAstmFrame() {
        // Frame 2 of a session, "P|1" CR ETX: 32+50+7C+31+0D+03 = 13F
        assertEquals(0x3F, Checksum.sumModulo256(ascii("2P|1\r\3")));
    }

    @Test
    void bytesAboveSevenBitsAddWithoutSign() {
        assertEquals(0xFE, Checksum.sumModulo256(ByteBuffer.wrap(new byte[] {(byte) 0xFF, (byte) 0xFF})));
    }

    @Test
    void theBufferIsNotMoved() {
        ByteBuffer bytes = ascii("xyz").position(1);
        Checksum.crc32(bytes);
        Checksum.sumModulo256(bytes);
        assertEquals(1, bytes.position());
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
