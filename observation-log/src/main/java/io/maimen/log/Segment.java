package io.maimen.log;

import java.util.Optional;

/**
 * One file of the log, as far as it may be read.
 *
 * @param base the position of its first byte
 * @param header empty when it is damaged, and with it everything in the file
 * @param proven up to here every record is known to have been acknowledged
 * @param end up to here it may be read
 * @param reserved no position before this is ever given again: here the next segment begins
 */
record Segment(long base, Optional<SegmentHeader> header, long proven, long end, long reserved) {
    private static final String SUFFIX = ".segment";
    private static final int DIGITS = 16;

    /** A new segment, still without a record. */
    static Segment begin(SegmentHeader header) {
        long end = header.base() + SegmentHeader.BYTES;
        return new Segment(header.base(), Optional.of(header), end, end, end);
    }

    /** Its name: the base in hexadecimal, so that names sort as positions do. */
    static String name(long base) {
        return String.format("%0" + DIGITS + "x", base) + SUFFIX;
    }

    static boolean isName(String name) {
        return name.matches("[0-7][0-9a-f]{15}\\.segment");
    }

    static long base(String name) {
        return Long.parseLong(name.substring(0, DIGITS), DIGITS);
    }

    String name() {
        return name(base);
    }

    /** This segment with all its records durable up to an end. */
    Segment durableTo(long newEnd) {
        return new Segment(base, header, newEnd, newEnd, newEnd);
    }

    /** This segment with bytes behind its end that nobody may trust, up to a position. */
    Segment distrustedTo(long position) {
        return new Segment(base, header, proven, end, Math.max(reserved, position));
    }

    /** This segment as the next one's header describes it. */
    Segment before(SegmentHeader next) {
        return new Segment(
                base, header, Math.max(base, next.previousProven()), Math.max(base, next.previousEnd()), reserved);
    }

    /** Whether the file may be continued: every byte in it is a durable record. */
    boolean sound() {
        return header.isPresent() && proven == end && end == reserved;
    }
}
