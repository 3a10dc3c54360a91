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
    private static final double MEAN_RR_S = 0.84;
    private static final double BREATH_HZ = 0.24;
    private static final double VENTRICULAR_SHARE = 0.02;
    /** How far from its R peak a beat still shows. */
    private static final double REACH_S = 0.9;

    private final int rateHz;
    private final Random rhythm;
    private final Random noise;
    private final Deque<Beat> beats = new ArrayDeque<>();
    private long sample;
    private double muscle;

    /** @param rateHz samples a second, 1 or more */
    public SyntheticEcg(long seed, int rateHz) {
        this.rateHz = rateHz;
        // Two sources, so that a change of the noise does not change the rhythm.
        this.rhythm = new Random(seed);
        this.noise = new Random(~seed);
        beats.add(Beat.sinus(0.4, MEAN_RR_S, 1));
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
            addBeat();
        }
        while (beats.getFirst().peakAt() < second - REACH_S) {
            beats.removeFirst();
        }
        double millivolts =
                beats.stream().mapToDouble(beat -> beat.millivoltsAt(second)).sum();
        muscle = 0.6 * muscle + 0.006 * noise.nextGaussian();
        return millivolts + baseline(second) + muscle;
    }

    private void addBeat() {
        Beat last = beats.getLast();
        double breath = Math.sin(2 * Math.PI * BREATH_HZ * last.peakAt());
        double slow = Math.sin(2 * Math.PI * 0.1 * last.peakAt() + 1);
        double interval = MEAN_RR_S * (1 + 0.035 * breath + 0.02 * slow + 0.012 * rhythm.nextGaussian());
        boolean ventricular = rhythm.nextDouble() < VENTRICULAR_SHARE;
        double strength = 1 + 0.03 * rhythm.nextGaussian() + 0.04 * breath;
        if (last.ventricular()) {
            // The compensatory pause: the sinus node kept its time.
            beats.add(Beat.sinus(last.peakAt() + 1.38 * interval, interval, strength));
        } else if (ventricular) {
            beats.add(Beat.ventricular(last.peakAt() + 0.62 * interval, strength));
        } else {
            beats.add(Beat.sinus(last.peakAt() + interval, interval, strength));
        }
    }

    private static double baseline(double second) {
        return 0.06 * Math.sin(2 * Math.PI * BREATH_HZ * second) + 0.03 * Math.sin(2 * Math.PI * 0.031 * second + 2);
    }
}
