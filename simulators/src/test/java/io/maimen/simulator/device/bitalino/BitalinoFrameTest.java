package io.maimen.simulator.device.bitalino;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class BitalinoFrameTest {
    /** From the last byte: number 5 and CRC E, inputs 1010, then A1 512, A2 300, A3 1023, A4 0 and, of six bits, A5 33, A6 63. */
    @Test
    void sixInputsFillEightBytes() {
        assertEquals(
                "7f08c0ff2c01a85e",
                HexFormat.of().formatHex(BitalinoFrame.write(5, 0b1010, 512, 300, 1023, 0, 33 << 4, 63 << 4)));
    }
}
