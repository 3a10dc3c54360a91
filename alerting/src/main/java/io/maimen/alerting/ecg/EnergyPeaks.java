package io.maimen.alerting.ecg;

/** Peaks of the energy: one ends when half of its height is gone or its time is over, the next begins with a new rise. */
final class EnergyPeaks {
    private static final double FALLEN = 0.5;
    private static final double RISEN = 1.0001;

    private final int longest;
    private double height;
    private long at;
    private double foundHeight;
    private long foundAt;
    private double floor;
    private boolean falling;

    /** Peaks of at most {@code longest} samples after their top. */
    EnergyPeaks(int longest) {
        this.longest = longest;
    }

    /** Whether a peak ended with this value; it can be read until the next one ends. */
    boolean step(double energy, long now) {
        if (falling) {
            floor = Math.min(floor, energy);
            if (energy > floor * RISEN + 1e-9) {
                falling = false;
                height = energy;
                at = now;
            }
            return false;
        }
        if (energy > height) {
            height = energy;
            at = now;
            return false;
        }
        if (height > 0 && (energy < height * FALLEN || now - at > longest)) {
            foundHeight = height;
            foundAt = at;
            falling = true;
            floor = energy;
            height = 0;
            return true;
        }
        return false;
    }

    double height() {
        return foundHeight;
    }

    long at() {
        return foundAt;
    }

    void rest() {
        height = 0;
        falling = false;
    }
}
