package io.maimen.log;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** One record as it was appended. Immutable: the bytes are copied in and out. */
public final class LogRecord {
    private final LogPosition position;
    private final byte[] bytes;

    private LogRecord(LogPosition position, byte[] bytes) {
        this.position = position;
        this.bytes = bytes;
    }

    /** A record at its position; the array is copied. */
    public static LogRecord of(LogPosition position, byte[] bytes) {
        return new LogRecord(position, bytes.clone());
    }

    /** A record at its position, of the remaining bytes; they are copied. */
    static LogRecord copyOf(long position, ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return new LogRecord(LogPosition.of(position), copy);
    }

    /** How many bytes the record has. */
    public int length() {
        return bytes.length;
    }

    /** Where this record begins; the place after it is the slice's {@code next()} or the next record's position. */
    public LogPosition position() {
        return position;
    }

    /** A copy of the record's bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The record's bytes without a copy: a read-only view, position 0, limit the record's length. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogRecord record
                && record.position.equals(position)
                && Arrays.equals(record.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return 31 * position.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "LogRecord[" + position + ", " + bytes.length + " bytes]";
    }
}
