package io.maimen.ingest.series;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.fact.ObservedFact;

/**
 * An observation as it is kept. Immutable.
 *
 * @param entry its place in the order of keeping, 1 or more, rising, never given twice
 * @param fact what was measured, which gateway brought it first, and when the server first had it
 */
public record StoredObservation(long entry, ObservedFact fact) {
    public StoredObservation {
        requireNonNull(fact, "fact");
    }
}
