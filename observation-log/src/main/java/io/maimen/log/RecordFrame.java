package io.maimen.log;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * How a record stands in a segment.
 *
 * <pre>
 * CRC32C of the header 4 | length 4 | sinceDurable 4 | CRC32C of the bytes 4 | bytes, big endian
 * </pre>
 *
 * Both checksums also cover the segment's salt and the record's position, so a frame is valid in its own place only.
 * The header has its own: when only the bytes are damaged, the next record's place is still known.
 *
 * @param length of the record's bytes
 * @param sinceDurable how far before this record everything was known to be durable when it was written
 * @param bytesChecksum of the record's bytes
 */
record RecordFrame(int length, int sinceDurable, int bytesChecksum) {
    static final int HEADER_BYTES = 16;

    static void write(ByteBuffer into, long salt, long position, int sinceDurable, byte[] bytes) {
        into.putInt(headerChecksum(salt, position, bytes.length, sinceDurable));
        into.putInt(bytes.length).putInt(sinceDurable);
        into.putInt(bytesChecksum(salt, position, ByteBuffer.wrap(bytes))).put(bytes);
    }

    /** The header at a position, or empty when it is not whole. */
    static Optional<RecordFrame> header(ByteBuffer at, long salt, long position) {
        if (at.remaining() < HEADER_BYTES) {
            return Optional.empty();
        }
        int checksum = at.getInt();
        int length = at.getInt();
        int sinceDurable = at.getInt();
        boolean whole = length >= 0 && checksum == headerChecksum(salt, position, length, sinceDurable);
        return whole ? Optional.of(new RecordFrame(length, sinceDurable, at.getInt())) : Optional.empty();
    }

    boolean holds(ByteBuffer bytes, long salt, long position) {
        return bytes.remaining() == length && bytesChecksum == bytesChecksum(salt, position, bytes);
    }

    private static int headerChecksum(long salt, long position, int length, int sinceDurable) {
        return new Checksum()
                .add(salt)
                .add(position)
                .add(length)
                .add(sinceDurable)
                .value();
    }

    private static int bytesChecksum(long salt, long position, ByteBuffer bytes) {
        return new Checksum().add(salt).add(position).add(bytes).value();
    }
}
