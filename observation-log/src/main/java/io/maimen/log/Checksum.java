package io.maimen.log;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** CRC32C (Castagnoli, RFC 3720 appendix B.4), over bytes that follow one another. */
final class Checksum {
    private final CRC32C crc = new CRC32C();

    Checksum add(long value) {
        return add(ByteBuffer.allocate(Long.BYTES).putLong(0, value));
    }

    Checksum add(int value) {
        return add(ByteBuffer.allocate(Integer.BYTES).putInt(0, value));
    }

    /** Adds the remaining bytes; the buffer stays as it is. */
    Checksum add(ByteBuffer bytes) {
        crc.update(bytes.duplicate());
        return this;
    }

    int value() {
        return (int) crc.getValue();
    }
}
