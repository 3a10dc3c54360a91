package io.maimen.ingest.admit;

import io.maimen.observation.wire.Receipt.Outcome;
import io.maimen.observation.wire.Receipt.Quarantined;
import io.maimen.observation.wire.Receipt.Stored;
import java.util.ArrayList;
import java.util.List;

/** Collects the outcomes of items in their order; neighbours with the same outcome share a range. */
final class OutcomeRanges {
    private final List<Outcome> ranges = new ArrayList<>();
    private int next;

    void stored() {
        if (last() instanceof Stored range) {
            replaceLast(new Stored(range.first(), next));
        } else {
            ranges.add(new Stored(next, next));
        }
        next++;
    }

    void quarantined(String reason) {
        if (last() instanceof Quarantined range && range.reason().equals(reason)) {
            replaceLast(new Quarantined(range.first(), next, reason));
        } else {
            ranges.add(new Quarantined(next, next, reason));
        }
        next++;
    }

    List<Outcome> list() {
        return List.copyOf(ranges);
    }

    private Object last() {
        return ranges.isEmpty() ? "none" : ranges.get(ranges.size() - 1);
    }

    private void replaceLast(Outcome range) {
        ranges.set(ranges.size() - 1, range);
    }
}
