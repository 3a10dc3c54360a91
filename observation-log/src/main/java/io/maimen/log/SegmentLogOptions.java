package io.maimen.log;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * How a SegmentLog keeps its files.
 *
 * @param segmentBytes a new segment is begun when the last one has reached this size, 1 KiB to 1 GiB
 * @param maxRecordBytes the largest record accepted, 1 byte to 64 MiB
 * @param salts gives each segment a number that goes into its checksums, so that neither a stale block of another file
 *     nor bytes that a device sent can pass for a record
 */
public record SegmentLogOptions(long segmentBytes, int maxRecordBytes, RandomGenerator salts) {
    private static final long KIB = 1 << 10;
    private static final long MIB = 1 << 20;

    /** Refuses sizes out of range. */
    public SegmentLogOptions {
        check("segmentBytes", segmentBytes, KIB, KIB * MIB);
        check("maxRecordBytes", maxRecordBytes, 1, 64 * MIB);
    }

    /** Segments of 64 MiB, records up to 16 MiB, salts that nobody can guess. */
    public static SegmentLogOptions defaults() {
        return new SegmentLogOptions(64 * MIB, (int) (16 * MIB), new SecureRandom());
    }

    /** The same with another segment size. */
    public SegmentLogOptions withSegmentBytes(long bytes) {
        return new SegmentLogOptions(bytes, maxRecordBytes, salts);
    }

    private static void check(String name, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " must be " + min + " to " + max + " but was " + value);
        }
    }
}
