package io.maimen.simulator.match;

/**
 * Specimens, blocks and measurements of cuffs, counted. A specimen counts as one thing, all its results together.
 *
 * @param offered sent at least once
 * @param taken acknowledged
 * @param stored found whole, at least once
 * @param lost taken and not found whole
 * @param duplicated found, in part or whole, more than once
 * @param fabricated stored results and blocks that nobody sent, or not so
 * @param wrongPatient found under another patient than the one it was measured on
 * @param lostInTransportWindow acknowledged by the transport alone, forgotten by the device, and not found
 */
public record Tally(
        int offered,
        int taken,
        int stored,
        int lost,
        int duplicated,
        int fabricated,
        int wrongPatient,
        int lostInTransportWindow) {
    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(
                offered + other.offered,
                taken + other.taken,
                stored + other.stored,
                lost + other.lost,
                duplicated + other.duplicated,
                fabricated + other.fabricated,
                wrongPatient + other.wrongPatient,
                lostInTransportWindow + other.lostInTransportWindow);
    }

    /**
     * Whether there was something to lose, and nothing was lost, doubled, made up or put under the wrong patient. What a
     * transport acknowledged by itself and its device then forgot was never taken: it is counted and no failure.
     */
    public boolean holds() {
        return taken > 0 && lost == 0 && duplicated == 0 && fabricated == 0 && wrongPatient == 0;
    }
}
