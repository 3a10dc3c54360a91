package io.maimen.simulator.signal;

import java.math.BigInteger;

/**
 * Changes the rate of a signal by a ratio of whole numbers: a windowed-sinc low-pass, one set of weights per phase.
 *
 * <p>Passes up to 0.4 of the lower rate within 1 %, stops what would fold back. Immutable; may be shared.
 */
public final class Resampler {
    private static final int ZERO_CROSSINGS = 24;
    /** Of the lower Nyquist frequency: the rest is the width of the filter's slope. */
    private static final double CUTOFF = 0.92;

    private final int fromHz;
    private final int toHz;
    private final int halfWidth;
    private final double[][] weights;

    public Resampler(int fromHz, int toHz) {
        if (fromHz < 1 || toHz < 1) {
            throw new IllegalArgumentException("rates must be at least 1 Hz but were " + fromHz + " and " + toHz);
        }
        int divisor = BigInteger.valueOf(fromHz).gcd(BigInteger.valueOf(toHz)).intValueExact();
        this.fromHz = fromHz / divisor;
        this.toHz = toHz / divisor;
        // In cycles per input sample, times two.
        double bandwidth = CUTOFF * Math.min(1.0, (double) toHz / fromHz);
        this.halfWidth = (int) Math.ceil(ZERO_CROSSINGS / bandwidth);
        this.weights = new double[this.toHz][];
        for (int phase = 0; phase < this.toHz; phase++) {
            weights[phase] = weights((double) phase / this.toHz, bandwidth);
        }
    }

    /** The whole signal at the new rate; before its begin and after its end the first and last sample go on. */
    public double[] resample(double[] input) {
        double[] output = new double[Math.toIntExact((long) input.length * toHz / fromHz)];
        for (int n = 0; n < output.length; n++) {
            // Output n lies at input position n * from / to: a whole part and one of `to` phases.
            long ticks = (long) n * fromHz;
            int first = (int) (ticks / toHz) - halfWidth + 1;
            double[] phase = weights[(int) (ticks % toHz)];
            double sum = 0;
            for (int i = 0; i < phase.length; i++) {
                sum += phase[i] * input[Math.max(0, Math.min(input.length - 1, first + i))];
            }
            output[n] = sum;
        }
        return output;
    }

    private double[] weights(double fraction, double bandwidth) {
        double[] phase = new double[2 * halfWidth];
        double sum = 0;
        for (int i = 0; i < phase.length; i++) {
            double distance = i - halfWidth + 1 - fraction;
            phase[i] = bandwidth * sinc(distance * bandwidth) * blackman(distance / halfWidth);
            sum += phase[i];
        }
        for (int i = 0; i < phase.length; i++) {
            // A constant must come out unchanged whatever the phase.
            phase[i] /= sum;
        }
        return phase;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    private static double blackman(double x) {
        return 0.42 + 0.5 * Math.cos(Math.PI * x) + 0.08 * Math.cos(2 * Math.PI * x);
    }
}
