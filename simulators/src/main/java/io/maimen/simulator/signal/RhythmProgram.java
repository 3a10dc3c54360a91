package io.maimen.simulator.signal;

import java.util.Random;

/** Which beat follows which, and how soon. Confined to one thread. */
interface RhythmProgram {
    /** The beat after {@code last}. */
    Beat after(Beat last);

    /** Sinus rhythm that breathes, and now and then a ventricular beat with its pause. */
    static RhythmProgram calm(Random random) {
        return new CalmRhythm(random);
    }

    /**
     * In turns of 210 seconds: a ventricular run, a pause, a fast heart, a slow one and atrial fibrillation, with calm between
     * them.
     */
    static RhythmProgram changing(Random random) {
        RhythmProgram calm = calm(random);
        return last -> {
            double at = last.peakAt() % 210;
            if (at >= 12 && at < 14.4) {
                return Beat.ventricular(last.peakAt() + 0.4, 1);
            }
            if (at >= 30 && at < 31 && !last.ventricular()) {
                return Beat.sinus(last.peakAt() + 4.4, 1, 1);
            }
            if (at >= 50 && at < 72) {
                return Beat.sinus(last.peakAt() + 0.41 + 0.005 * random.nextGaussian(), 0.41, 1);
            }
            if (at >= 88 && at < 108) {
                return Beat.sinus(last.peakAt() + 1.66 + 0.01 * random.nextGaussian(), 1.2, 1);
            }
            if (at >= 125 && at < 195) {
                return Beat.withoutP(last.peakAt() + 0.42 + 0.55 * random.nextDouble(), 0.7, 1);
            }
            return calm.after(last);
        };
    }
}
