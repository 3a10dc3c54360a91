package io.maimen.ingest.follow;

import io.maimen.log.LogPosition;
import io.maimen.observation.fact.Fact;
import java.util.List;

/**
 * Facts in the order of the log. Immutable.
 *
 * @param facts may be empty, when only damage was passed
 * @param next the cursor to commit together with what the facts caused
 */
public record FactBatch(List<Fact> facts, LogPosition next) {
    /** Copies the list. */
    public FactBatch {
        facts = List.copyOf(facts);
    }
}
