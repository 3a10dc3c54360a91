package io.maimen.gateway.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.maimen.log.LogPosition;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PositionRangesTest {
    private static final int SIZE = 64;

    /** Against the plainest model there is: one bit a position. */
    @Property
    void itIsASetOfPositions(
            @ForAll @Size(max = 20) List<@IntRange(max = SIZE - 1) Integer> bounds,
            @ForAll @IntRange(max = SIZE - 1) int drop) {
        PositionRanges ranges = new PositionRanges();
        BitSet model = new BitSet();
        for (int i = 0; i + 1 < bounds.size(); i += 2) {
            int from = Math.min(bounds.get(i), bounds.get(i + 1));
            int to = Math.max(bounds.get(i), bounds.get(i + 1));
            ranges.add(LogPosition.of(from), LogPosition.of(to));
            model.set(from, to);
        }
        check(ranges, model, 0);
        ranges.dropBefore(LogPosition.of(drop));
        check(ranges, model, drop);
    }

    private static void check(PositionRanges ranges, BitSet model, int since) {
        for (int at = since; at < SIZE; at++) {
            assertEquals(LogPosition.of(model.nextClearBit(at)), ranges.firstOutside(LogPosition.of(at)), "at " + at);
            if (!model.get(at)) {
                int next = model.nextSetBit(at);
                Optional<LogPosition> expected = next < 0 ? Optional.empty() : Optional.of(LogPosition.of(next));
                assertEquals(expected, ranges.nextStart(LogPosition.of(at)), "after " + at);
            }
        }
    }
}
