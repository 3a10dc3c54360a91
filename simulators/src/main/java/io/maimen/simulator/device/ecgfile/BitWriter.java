package io.maimen.simulator.device.ecgfile;

import java.io.ByteArrayOutputStream;

/** Bits into bytes, the highest of each byte first; the last is filled with zeros. Confined to one thread. */
final class BitWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int open;
    private int bits;

    /** The lowest {@code count} bits of {@code value}, the highest of them first. */
    void write(int value, int count) {
        for (int i = count - 1; i >= 0; i--) {
            open = open << 1 | (value >> i & 1);
            if (++bits == Byte.SIZE) {
                out.write(open);
                open = 0;
                bits = 0;
            }
        }
    }

    byte[] bytes() {
        if (bits > 0) {
            write(0, Byte.SIZE - bits);
        }
        return out.toByteArray();
    }
}
