package io.maimen.simulator.device.body;

import java.util.Random;

/** A whole number that wanders by small steps between two bounds, as a body's do. Confined to one thread. */
public final class Walk {
    private final Random random;
    private final int least;
    private final int most;
    private final int step;
    private int value;

    /** @param step the longest, both ways; less than the bounds lie apart */
    public Walk(Random random, int least, int most, int step) {
        this.random = random;
        this.least = least;
        this.most = most;
        this.step = step;
        this.value = least + random.nextInt(most - least + 1);
    }

    public int next() {
        int there = value + random.nextInt(2 * step + 1) - step;
        // Turned back at a bound, not held there: a body seldom shows one number for long.
        int back = there < least ? 2 * least - there : there;
        value = back > most ? 2 * most - back : back;
        return value;
    }
}
