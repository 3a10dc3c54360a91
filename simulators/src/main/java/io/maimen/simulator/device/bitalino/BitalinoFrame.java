package io.maimen.simulator.device.bitalino;

import io.maimen.simulator.device.line.FrameWriter;

/**
 * Writes frames. Read from its last byte to its first a frame is one row of bits: number (4), CRC (4), I1 I2 O1 O2 (4), then the
 * inputs, the first four of ten bits and the others of six. Stateless.
 */
final class BitalinoFrame {
    private static final int WIDE_INPUTS = 4;
    private static final int WIDE_BITS = 10;
    private static final int NARROW_BITS = 6;
    private static final int HEAD_BITS = 12;
    private static final int POLYNOMIAL = 0b1_0011; // x^4 + x + 1

    private BitalinoFrame() {}

    /** @param inputs what up to six inputs measured, the first first */
    static byte[] write(int number, int digital, int... inputs) {
        long row = ((number & 0xFL) << 8) | digital;
        int bits = HEAD_BITS;
        for (int index = 0; index < inputs.length; index++) {
            int width = index < WIDE_INPUTS ? WIDE_BITS : NARROW_BITS;
            row = (row << width) | (inputs[index] >> (WIDE_BITS - width));
            bits += width;
        }
        int bytes = (bits + Byte.SIZE - 1) / Byte.SIZE;
        row <<= bytes * Byte.SIZE - bits;
        byte[] frame = new FrameWriter().little(bytes, row).array();
        frame[bytes - 1] |= (byte) crc(frame);
        return frame;
    }

    private static int crc(byte... frame) {
        int crc = 0;
        for (byte one : frame) {
            for (int bit = Byte.SIZE - 1; bit >= 0; bit--) {
                crc = (crc << 1) | ((one >> bit) & 1);
                crc = (crc & 0x10) != 0 ? crc ^ POLYNOMIAL : crc;
            }
        }
        return crc;
    }
}
