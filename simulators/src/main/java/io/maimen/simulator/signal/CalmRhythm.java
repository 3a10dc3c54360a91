package io.maimen.simulator.signal;

import java.util.Random;

/** Sinus rhythm that breathes, and now and then a ventricular beat. */
final class CalmRhythm implements RhythmProgram {
    private static final double MEAN_RR_S = 0.84;
    private static final double VENTRICULAR_SHARE = 0.02;

    private final Random random;

    CalmRhythm(Random random) {
        this.random = random;
    }

    @Override
    public Beat after(Beat last) {
        double breath = Math.sin(2 * Math.PI * SyntheticEcg.BREATH_HZ * last.peakAt());
        double slow = Math.sin(2 * Math.PI * 0.1 * last.peakAt() + 1);
        double interval = MEAN_RR_S * (1 + 0.035 * breath + 0.02 * slow + 0.012 * random.nextGaussian());
        boolean ventricular = random.nextDouble() < VENTRICULAR_SHARE;
        double strength = 1 + 0.03 * random.nextGaussian() + 0.04 * breath;
        if (last.ventricular()) {
            // The compensatory pause: the sinus node kept its time.
            return Beat.sinus(last.peakAt() + 1.38 * interval, interval, strength);
        }
        return ventricular
                ? Beat.ventricular(last.peakAt() + 0.62 * interval, strength)
                : Beat.sinus(last.peakAt() + interval, interval, strength);
    }
}
