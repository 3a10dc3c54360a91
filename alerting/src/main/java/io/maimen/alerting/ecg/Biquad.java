package io.maimen.alerting.ecg;

/**
 * A Butterworth filter of the second order (bilinear transform, transposed direct form II), which begins at rest. Not
 * thread-safe.
 */
final class Biquad {
    private final double b0;
    private final double b1;
    private final double a1;
    private final double a2;
    private double z1;
    private double z2;

    private Biquad(double b0, double b1, double a1, double a2) {
        this.b0 = b0;
        this.b1 = b1;
        this.a1 = a1;
        this.a2 = a2;
    }

    /** Lets through what is slower than {@code cornerHz}, which must be below half the rate. */
    static Biquad lowPass(double cornerHz, double rateHz) {
        double k = Math.tan(Math.PI * cornerHz / rateHz);
        double norm = 1 / (1 + k * Math.sqrt(2) + k * k);
        return new Biquad(
                k * k * norm, 2 * k * k * norm, 2 * (k * k - 1) * norm, (1 - k * Math.sqrt(2) + k * k) * norm);
    }

    /** Lets through what is faster than {@code cornerHz}. */
    static Biquad highPass(double cornerHz, double rateHz) {
        double k = Math.tan(Math.PI * cornerHz / rateHz);
        double norm = 1 / (1 + k * Math.sqrt(2) + k * k);
        return new Biquad(norm, -2 * norm, 2 * (k * k - 1) * norm, (1 - k * Math.sqrt(2) + k * k) * norm);
    }

    double step(double x) {
        double y = b0 * x + z1;
        z1 = b1 * x - a1 * y + z2;
        // In both kinds the last feed-forward weight equals the first.
        z2 = b0 * x - a2 * y;
        return y;
    }

    void rest() {
        z1 = 0;
        z2 = 0;
    }
}
