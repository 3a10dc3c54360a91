package io.maimen.alerting.ecg;

/** The signal without its wandering baseline and its finest noise: the shape of a beat is read here. Not thread-safe. */
final class SmoothWave {
    /** Values of a shape. */
    static final int SHAPE_LENGTH = 40;

    private static final double HIGH_PASS_HZ = 0.8;
    private static final double LOW_PASS_HZ = 35;
    private static final double SHAPE_BEGIN_S = -0.112;
    private static final double SHAPE_STEP_S = 0.008;
    private static final double SLOPE_S = 0.011;
    private static final double SLOPE_WINDOW_S = 0.15;

    private final double rateHz;
    private final Biquad highPass;
    private final Biquad lowPass;
    private final SampleRing wave;
    private final int slopeSpan;

    SmoothWave(double rateHz) {
        this.rateHz = rateHz;
        highPass = Biquad.highPass(HIGH_PASS_HZ, rateHz);
        lowPass = Biquad.lowPass(LOW_PASS_HZ, rateHz);
        wave = new SampleRing((int) (2 * rateHz));
        slopeSpan = Math.max(1, (int) Math.round(rateHz * SLOPE_S));
    }

    /** Takes one sample and gives it smoothed. */
    float step(float millivolts) {
        float smooth = (float) highPass.step(lowPass.step(millivolts));
        wave.put(smooth);
        return smooth;
    }

    /** The steepest slope in the 150 ms before an index, in mV for each 11 ms. */
    float steepest(long index) {
        float steepest = 0;
        for (long i = index - (long) (rateHz * SLOPE_WINDOW_S); i <= index; i++) {
            steepest = Math.max(steepest, Math.abs(wave.at(i) - wave.at(i - slopeSpan)));
        }
        return steepest;
    }

    /** Writes the beat around an R peak into {@code shape}: 40 values in mV, 8 ms apart, from -112 ms on. */
    void shape(double peak, float[] shape) {
        for (int i = 0; i < SHAPE_LENGTH; i++) {
            shape[i] = wave.between(peak + (SHAPE_BEGIN_S + i * SHAPE_STEP_S) * rateHz);
        }
    }

    void rest() {
        highPass.rest();
        lowPass.rest();
        wave.clear();
    }
}
