package io.maimen.driver.nonin;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * A third of a second: 25 frames that begin with SYNC, and what their bytes of information say together. Immutable.
 *
 * @param frames 25 where it is complete; fewer at the end of a stream
 */
record PlethPacket(List<PlethFrame> frames) {
    static final int FRAMES = 25;

    private static final int MISSING_RATE = 511;
    private static final int MISSING_SATURATION = 127;
    private static final int LOW_BITS = 7;
    private static final int LOW = 0x7F;
    private static final int HIGH = 3;

    PlethPacket {
        frames = List.copyOf(frames);
    }

    boolean complete() {
        return frames.size() == FRAMES;
    }

    /** Whether any frame says so. */
    boolean any(Predicate<PlethFrame> flag) {
        return frames.stream().anyMatch(flag);
    }

    /** A rate per minute in frames {@code number} and the next, counted from 1; empty where the device has none. */
    OptionalInt rate(int number) {
        if (frames.size() < number + 1) {
            return OptionalInt.empty();
        }
        int rate = ((information(number) & HIGH) << LOW_BITS) | (information(number + 1) & LOW);
        return rate == MISSING_RATE ? OptionalInt.empty() : OptionalInt.of(rate);
    }

    /** A saturation in percent in frame {@code number}, counted from 1; empty where the device has none. */
    OptionalInt saturation(int number) {
        OptionalInt byteOf = plain(number);
        return byteOf.isPresent() && (byteOf.getAsInt() & LOW) == MISSING_SATURATION ? OptionalInt.empty() : byteOf;
    }

    /** The byte of information in frame {@code number}, counted from 1. */
    OptionalInt plain(int number) {
        return frames.size() < number ? OptionalInt.empty() : OptionalInt.of(information(number));
    }

    private int information(int number) {
        return frames.get(number - 1).information();
    }
}
