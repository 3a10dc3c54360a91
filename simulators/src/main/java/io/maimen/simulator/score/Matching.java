package io.maimen.simulator.score;

import java.util.List;
import java.util.OptionalInt;

/**
 * Which annotated beat goes with which found one.
 *
 * @param table the counts
 * @param pairs in the order of time; neither side is ever in two pairs
 */
record Matching(BeatTable table, List<Pair> pairs) {
    /** Indices into the annotated and the found beats; one may be missing, not both. */
    record Pair(OptionalInt reference, OptionalInt found) {}
}
