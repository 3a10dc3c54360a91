package io.maimen.simulator.wfdb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SampleFormatTest {
    @Test
    void format212PutsTwoSamplesIntoThreeBytes() {
        byte[] bytes = {
            (byte) 0xE3, // low eight bits of the first
            (byte) 0x33, // high four of the second, high four of the first: first = 0x3E3 = 995
            (byte) 0xF3, // low eight of the second: second = 0x3F3 = 1011
        };
        assertArrayEquals(new int[] {995, 1011}, SampleFormat.FORMAT_212.unpack(bytes, 0));
    }

    @Test
    void format212SamplesAreSignedInTwelveBits() {
        byte[] bytes = {
            (byte) 0xFF, // first, low
            (byte) 0x8F, // second's sign bit alone; first = 0xFFF = -1
            (byte) 0x00, // second = 0x800 = -2048
        };
        assertArrayEquals(new int[] {-1, -2048}, SampleFormat.FORMAT_212.unpack(bytes, 0));
    }

    @Test
    void format212MayEndAfterAFirstSample() {
        assertArrayEquals(new int[] {0x102}, SampleFormat.FORMAT_212.unpack(new byte[] {0x02, 0x01}, 0));
    }

    @Test
    void format16IsLittleEndianAndStartsAfterItsOffset() {
        byte[] bytes = {
            0x55,
            0x55, // two bytes that another program put in front
            0x10,
            0x27, // 0x2710 = 10000
            (byte) 0xFE,
            (byte) 0xFF, // -2
        };
        assertArrayEquals(new int[] {10_000, -2}, SampleFormat.FORMAT_16.unpack(bytes, 2));
    }

    @Test
    void otherFormatsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> SampleFormat.of(310));
    }
}
