package io.maimen.simulator.fault;

import io.maimen.simulator.journal.JournalEntry;
import io.maimen.simulator.journal.JournalEntry.Offered;
import io.maimen.simulator.journal.JournalEntry.Taken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which things were on their way at a moment: sent, and not yet acknowledged. Immutable. */
final class InFlight {
    private record Interval(Instant offered, Instant taken) {}

    private final List<Interval> intervals = new ArrayList<>();

    InFlight(Collection<JournalEntry> journals) {
        Map<List<Object>, Instant> taken = new HashMap<>();
        journals.stream()
                .filter(Taken.class::isInstance)
                .forEach(entry -> taken.put(List.of(entry.device(), entry.key()), entry.at()));
        journals.stream()
                .filter(Offered.class::isInstance)
                .forEach(entry -> intervals.add(new Interval(
                        entry.at(), taken.getOrDefault(List.of(entry.device(), entry.key()), Instant.MAX))));
    }

    /** How many things were in flight. */
    long at(Instant moment) {
        return intervals.stream()
                .filter(interval ->
                        !interval.offered().isAfter(moment) && interval.taken().isAfter(moment))
                .count();
    }
}
