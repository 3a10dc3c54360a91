package io.maimen.simulator.signal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;

/**
 * An ECG out of a formula: each beat a sum of Gaussian waves, intervals that breathe, a wandering baseline, a little
 * noise and now and then a ventricular beat. The same seed gives the same signal.
 *
 * <p>The shape follows the idea of McSharry et al. 2003 ("A dynamical model for generating synthetic electrocardiogram
 * signals"), in time instead of phase. It is meant to look right on paper; it is no test of a detector.
 */
public final class SyntheticEcg implements SampleSource {
    static final double BREATH_HZ = 0.24;

    private static final double FIRST_RR_S = 0.84;
    /** How far from its R peak a beat still shows. */
    private static final double REACH_S = 0.9;

    private final int rateHz;
    private final RhythmProgram program;
    private final Random noise;
    private final Deque<Beat> beats = new ArrayDeque<>();
    private long sample;
    private double muscle;

    /** @param rateHz samples a second, 1 or more */
    public SyntheticEcg(long seed, int rateHz) {
        this(RhythmProgram.calm(new Random(seed)), seed, rateHz);
    }

    /** One whose rhythm changes: ventricular runs, pauses, fast, slow and fibrillating by turns. */
    public static SyntheticEcg changing(long seed, int rateHz) {
        return new SyntheticEcg(RhythmProgram.changing(new Random(seed)), seed, rateHz);
    }

    private SyntheticEcg(RhythmProgram program, long seed, int rateHz) {
        this.rateHz = rateHz;
        this.program = program;
        // Of its own, so that a change of the noise does not change the rhythm.
        this.noise = new Random(~seed);
        beats.add(Beat.sinus(0.4, FIRST_RR_S, 1));
    }

    @Override
    public double[] next(int count) {
        double[] block = new double[count];
        for (int i = 0; i < count; i++) {
            block[i] = millivoltsAt((double) sample++ / rateHz);
        }
        return block;
    }

    @Override
    public int lead() {
        return 1;
    }

    private double millivoltsAt(double second) {
        while (beats.getLast().peakAt() < second + REACH_S) {
            beats.add(program.after(beats.getLast()));
        }
        while (beats.getFirst().peakAt() < second - REACH_S) {
            beats.removeFirst();
        }
        double millivolts =
                beats.stream().mapToDouble(beat -> beat.millivoltsAt(second)).sum();
        muscle = 0.6 * muscle + 0.006 * noise.nextGaussian();
        return millivolts + baseline(second) + muscle;
    }

    private static double baseline(double second) {
        return 0.06 * Math.sin(2 * Math.PI * BREATH_HZ * second) + 0.03 * Math.sin(2 * Math.PI * 0.031 * second + 2);
    }
}
