package io.maimen.simulator.match;

/**
 * Specimens and blocks, counted. A specimen counts as one thing, all its results together.
 *
 * @param offered sent at least once
 * @param taken acknowledged
 * @param stored found whole, at least once
 * @param lost taken and not found whole
 * @param duplicated found, in part or whole, more than once
 * @param fabricated stored results and blocks that nobody sent, or not so
 */
public record Tally(int offered, int taken, int stored, int lost, int duplicated, int fabricated) {
    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(
                offered + other.offered,
                taken + other.taken,
                stored + other.stored,
                lost + other.lost,
                duplicated + other.duplicated,
                fabricated + other.fabricated);
    }

    /** Whether there was something to lose, and nothing was lost, doubled or made up. */
    public boolean holds() {
        return taken > 0 && lost == 0 && duplicated == 0 && fabricated == 0;
    }
}
