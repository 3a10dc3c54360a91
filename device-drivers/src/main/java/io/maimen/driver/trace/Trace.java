package io.maimen.driver.trace;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.Observation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One connection from its beginning. Immutable.
 *
 * @param entries in the order they happened
 * @param expected the observations they must give, in any order; empty where nobody has said
 */
public record Trace(TraceHeader header, List<TraceEntry> entries, List<Observation> expected) {
    public Trace {
        requireNonNull(header, "header");
        entries = List.copyOf(entries);
        expected = List.copyOf(expected);
    }

    /** What a driver hears of {@link #entries}. */
    public List<TraceEntry.Received> received() {
        return entries.stream()
                .filter(TraceEntry.Received.class::isInstance)
                .map(TraceEntry.Received.class::cast)
                .toList();
    }

    /** When the last entry happened; the beginning where there is none. */
    public Instant end() {
        return entries.isEmpty()
                ? header.begin()
                : entries.get(entries.size() - 1).at();
    }

    /** The same with other entries, so that other bytes may arrive. */
    public Trace withEntries(List<? extends TraceEntry> anew) {
        return new Trace(header, List.copyOf(anew), expected);
    }

    /** The same with another note for people. */
    public Trace withNote(String note) {
        TraceHeader noted = new TraceHeader(
                header.driver(),
                header.begin(),
                header.device(),
                header.connection(),
                header.place(),
                header.options(),
                note);
        return new Trace(noted, entries, expected);
    }

    /** Header, entries, expectations: as a file has them. */
    public List<TraceLine> lines() {
        List<TraceLine> lines = new ArrayList<>();
        lines.add(header);
        lines.addAll(entries);
        expected.forEach(observation -> lines.add(new TraceLine.Expected(observation)));
        return List.copyOf(lines);
    }
}
