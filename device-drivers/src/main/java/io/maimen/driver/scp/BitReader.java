package io.maimen.driver.scp;

import java.nio.ByteBuffer;

/** Bits of bytes, the highest of each byte first (ISO 11073-91064 annex C). Confined to one thread. */
final class BitReader {
    private final ByteBuffer bytes;
    private long next;

    BitReader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    long remaining() {
        return (long) bytes.limit() * Byte.SIZE - next;
    }

    /** The next bit, 0 or 1; there must be one. */
    int bit() {
        int bit = bytes.get((int) (next / Byte.SIZE)) >> (Byte.SIZE - 1 - next % Byte.SIZE) & 1;
        next++;
        return bit;
    }

    /** The next {@code count} bits, 1 to 32, as a number in two's complement; there must be as many. */
    int signed(int count) {
        int value = -bit();
        for (int i = 1; i < count; i++) {
            value = value << 1 | bit();
        }
        return value;
    }
}
