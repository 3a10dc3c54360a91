package io.maimen.gateway.uplink;

import io.maimen.log.LogPosition;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A set of half-open stretches of a log, merged where they touch. Confined to one thread. */
final class PositionRanges {
    private final TreeMap<LogPosition, LogPosition> ends = new TreeMap<>();

    PositionRanges() {}

    PositionRanges(PositionRanges other) {
        ends.putAll(other.ends);
    }

    void add(LogPosition from, LogPosition to) {
        if (from.compareTo(to) >= 0) {
            return;
        }
        LogPosition first = from;
        LogPosition last = to;
        Map.Entry<LogPosition, LogPosition> before = ends.floorEntry(from);
        if (before != null && before.getValue().compareTo(from) >= 0) {
            first = before.getKey();
            last = max(last, before.getValue());
        }
        Map.Entry<LogPosition, LogPosition> inside = ends.ceilingEntry(first);
        while (inside != null && inside.getKey().compareTo(last) <= 0) {
            last = max(last, inside.getValue());
            ends.remove(inside.getKey());
            inside = ends.ceilingEntry(first);
        }
        ends.put(first, last);
    }

    /** The first position at or after {@code from} that lies in none of the stretches. */
    LogPosition firstOutside(LogPosition from) {
        Map.Entry<LogPosition, LogPosition> around = ends.floorEntry(from);
        boolean inside = around != null && around.getValue().compareTo(from) > 0;
        return inside ? around.getValue() : from;
    }

    /** Where the next stretch after {@code from} begins; empty when there is none. */
    Optional<LogPosition> nextStart(LogPosition from) {
        return Optional.ofNullable(ends.higherKey(from));
    }

    /** Forgets what ends at or before a position. */
    void dropBefore(LogPosition position) {
        ends.headMap(position, true).values().removeIf(end -> end.compareTo(position) <= 0);
    }

    private static LogPosition max(LogPosition one, LogPosition other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
