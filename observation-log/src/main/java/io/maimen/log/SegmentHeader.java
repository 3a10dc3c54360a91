package io.maimen.log;

import io.maimen.log.LogException.Reason;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The first bytes of a segment file. They stand there twice: one flipped bit must not cost a segment.
 *
 * <pre>
 * magic "MLOG" | version 4 | base 8 | previousProven 8 | previousEnd 8 | salt 8 | CRC32C 4, big endian
 * </pre>
 *
 * @param base the position of the file's first byte; also the file's name
 * @param previousProven up to here everything before this segment is known to have been acknowledged
 * @param previousEnd up to here the segments before this one may be read; what their files hold beyond is not served
 * @param salt goes into the checksum of every record of this segment
 */
record SegmentHeader(long base, long previousProven, long previousEnd, long salt) {
    private static final int MAGIC = 0x4D4C4F47;
    private static final int VERSION = 1;
    private static final int CHECKED_BYTES = 4 + 4 + 4 * 8;
    private static final int COPY_BYTES = CHECKED_BYTES + 4;

    /** Both copies; the first record follows. */
    static final int BYTES = 2 * COPY_BYTES;

    ByteBuffer encode() {
        ByteBuffer copies = ByteBuffer.allocate(BYTES);
        for (int copy = 0; copy < 2; copy++) {
            int start = copies.position();
            copies.putInt(MAGIC).putInt(VERSION);
            copies.putLong(base).putLong(previousProven).putLong(previousEnd).putLong(salt);
            copies.putInt(checksum(copies, start));
        }
        return copies.flip();
    }

    /** The header, or empty when neither copy is whole or it belongs to a file of another name. */
    static Optional<SegmentHeader> decode(ByteBuffer bytes, long base) throws LogException {
        for (int start = 0; start + COPY_BYTES <= bytes.remaining(); start += COPY_BYTES) {
            if (bytes.getInt(start) == MAGIC && bytes.getInt(start + CHECKED_BYTES) == checksum(bytes, start)) {
                requireVersion(bytes.getInt(start + 4), base);
                SegmentHeader header = new SegmentHeader(
                        bytes.getLong(start + 8),
                        bytes.getLong(start + 16),
                        bytes.getLong(start + 24),
                        bytes.getLong(start + 32));
                return Optional.of(header).filter(found -> found.base == base);
            }
        }
        return Optional.empty();
    }

    private static int checksum(ByteBuffer bytes, int start) {
        return new Checksum()
                .add(bytes.duplicate().clear().slice(start, CHECKED_BYTES))
                .value();
    }

    private static void requireVersion(int version, long base) throws LogException {
        if (version != VERSION) {
            throw new LogException(
                    Reason.UNKNOWN_VERSION,
                    "log segment " + base + " must have version " + VERSION + " but had " + version
                            + "; install the software version that wrote it, or a newer one");
        }
    }
}
