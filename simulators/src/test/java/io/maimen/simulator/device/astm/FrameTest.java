package io.maimen.simulator.device.astm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameTest {
    /** The example of docs/devices/astm-analyser.md. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1; H|\\^&|||Maimen^POCT-1^AN-0001|||||||T|LIS02-A2|20260304081500; D6",
                "2; P|1; 3F",
                "3; O|1|S-000123||^^^GLU\\^^^K; 1C",
                "4; R|1|^^^GLU|2.7|mmol/L||L||F||op1||20260304081455; CA",
                "5; R|2|^^^K|6.4|mmol/L||H||F||op1||20260304081455; 2C",
                "6; L|1|N; 09"
            })
    void theDocumentsExampleHasTheDocumentsChecksums(int number, String record, String checksum) {
        String frame = new String(Frame.of(number, record), StandardCharsets.ISO_8859_1);
        assertEquals("\u0002" + number + record + "\r\u0003" + checksum + "\r\n", frame);
    }

    @Test
    void aFrameInBytes() {
        // STX '2' 'P' '|' '1' CR ETX '3' 'F' CR LF
        assertArrayEquals(HexFormat.ofDelimiter(" ").parseHex("02 32 50 7C 31 0D 03 33 46 0D 0A"), Frame.of(2, "P|1"));
    }

    @Test
    void afterSevenComesZero() {
        assertEquals('7', Frame.of(7, "C")[1]);
        assertEquals('0', Frame.of(8, "C")[1]);
        assertEquals('1', Frame.of(9, "C")[1]);
    }

    @Test
    void bytesAbove127CountAsUnsigned() {
        // 0xFF + 0x02 = 0x101: one byte of it is 01.
        assertEquals("01", Frame.checksum(new byte[] {(byte) 0xFF, 0x02}));
    }
}
