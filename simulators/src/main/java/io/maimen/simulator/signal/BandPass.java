package io.maimen.simulator.signal;

/**
 * What a device with a narrow band would have shown: a Butterworth high-pass and a low-pass of the second order, one after
 * the other (bilinear transform). Immutable; may be shared.
 *
 * @param lowHz corner of the high-pass, above 0
 * @param highHz corner of the low-pass, above {@code lowHz}
 */
public record BandPass(double lowHz, double highHz) {
    /** Refuses a band that lets nothing through. */
    public BandPass {
        if (!(lowHz > 0 && highHz > lowHz)) {
            throw new IllegalArgumentException(
                    "band must be two rising corners above 0 Hz but was " + lowHz + "-" + highHz);
        }
    }

    /** The whole signal, as if its first value had always been there. */
    public double[] filter(double[] signal, double rateHz) {
        if (highHz >= rateHz / 2) {
            throw new IllegalArgumentException("band must end below half the rate but was " + highHz + " of " + rateHz);
        }
        double[] filtered = signal.clone();
        for (int i = 0; i < filtered.length; i++) {
            filtered[i] -= signal[0];
        }
        section(filtered, highHz / rateHz, false);
        section(filtered, lowHz / rateHz, true);
        return filtered;
    }

    private static void section(double[] x, double corner, boolean highPass) {
        double k = Math.tan(Math.PI * corner);
        double norm = 1 / (1 + Math.sqrt(2) * k + k * k);
        double b0 = (highPass ? 1 : k * k) * norm;
        double b1 = highPass ? -2 * b0 : 2 * b0;
        double a1 = 2 * (k * k - 1) * norm;
        double a2 = (1 - Math.sqrt(2) * k + k * k) * norm;
        double z1 = 0;
        double z2 = 0;
        for (int i = 0; i < x.length; i++) {
            double y = b0 * x[i] + z1;
            z1 = b1 * x[i] - a1 * y + z2;
            z2 = b0 * x[i] - a2 * y;
            x[i] = y;
        }
    }
}
