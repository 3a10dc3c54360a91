package io.maimen.simulator.device.cuffble;

import java.time.Duration;

/**
 * What a cuff does with its memory and its link. Immutable.
 *
 * @param remember how many readings it keeps; the oldest makes room
 * @param forgetful whether it forgets a reading as soon as the transport has confirmed it
 * @param walkAwayEvery each n-th download breaks off in its middle, out of reach; 0 = never
 * @param vanishEvery in each n-th download BlueZ removes the cuff's objects in its middle; 0 = never
 */
record CuffHabits(int remember, boolean forgetful, int walkAwayEvery, int vanishEvery, Pace pace) {
    CuffHabits {
        if (remember < 1) {
            throw new IllegalArgumentException("SIM-025 a cuff remembers 1 reading or more but not " + remember);
        }
    }

    /**
     * How fast it is.
     *
     * @param callEvery between two advertisements
     * @param stay after the last indication: who is killed right then has not taken the memory
     */
    record Pace(Duration callEvery, Duration stay) {
        static final Pace STANDARD = new Pace(Duration.ofSeconds(1), Duration.ofMillis(500));
    }

    boolean walksAway(int download) {
        return walkAwayEvery > 0 && download % walkAwayEvery == 0;
    }

    boolean vanishes(int download) {
        return vanishEvery > 0 && download % vanishEvery == 0;
    }
}
