package io.maimen.log;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The segments of a log by position. Thread-safe: readers see each segment whole, while the last one grows. */
final class Segments {
    private final ConcurrentNavigableMap<Long, Segment> byBase = new ConcurrentSkipListMap<>();

    boolean isEmpty() {
        return byBase.isEmpty();
    }

    /** Adds a segment, or replaces what was known about it. */
    void put(Segment segment) {
        byBase.put(segment.base(), segment);
    }

    void remove(Segment segment) {
        byBase.remove(segment.base());
    }

    Segment first() {
        return byBase.firstEntry().getValue();
    }

    Segment last() {
        return byBase.lastEntry().getValue();
    }

    /** The segment that a position falls into; the first one when it lies before all. */
    Segment at(long position) {
        return Optional.ofNullable(byBase.floorEntry(position))
                .map(Map.Entry::getValue)
                .orElseGet(this::first);
    }

    /** The next segment that begins after a position. */
    Optional<Segment> after(long position) {
        return Optional.ofNullable(byBase.higherEntry(position)).map(Map.Entry::getValue);
    }

    long sizeBytes() {
        return byBase.values().stream()
                .mapToLong(segment -> segment.reserved() - segment.base())
                .sum();
    }
}
