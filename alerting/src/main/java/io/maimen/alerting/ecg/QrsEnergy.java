package io.maimen.alerting.ecg;

import java.util.Arrays;

/**
 * How much like a QRS complex the signal moves: band-pass, slope, its size averaged over about the width of a complex, in
 * mV/s. The way is Pan and Tompkins' (IEEE Trans Biomed Eng 1985) with absolute values in place of squares. Not
 * thread-safe.
 */
final class QrsEnergy {
    private static final double HIGH_PASS_HZ = 8.0;
    private static final double LOW_PASS_HZ = 13.6;
    private static final double SLOPE_S = 0.008;
    /** The window of the average. */
    static final double WIDTH_S = 0.1;
    /** Half the width of a narrow R wave, for measuring the delay of the filters. */
    private static final double R_WAVE_S = 0.011;

    private final double rateHz;
    private final Biquad highPass;
    private final Biquad lowPass;
    private final double[] slopes;
    private final int slopeSpan;
    private final double scale;
    private final SampleRing band;
    private final double delay;
    private double sum;
    private int oldest;

    QrsEnergy(double rateHz) {
        this.rateHz = rateHz;
        highPass = Biquad.highPass(HIGH_PASS_HZ, rateHz);
        lowPass = Biquad.lowPass(LOW_PASS_HZ, rateHz);
        slopes = new double[(int) Math.round(rateHz * WIDTH_S)];
        slopeSpan = Math.max(1, (int) Math.round(rateHz * SLOPE_S));
        scale = rateHz / slopeSpan / slopes.length;
        band = new SampleRing((int) rateHz);
        delay = delay();
    }

    /** By how many samples the filters delay an R wave: one is sent through them. */
    private double delay() {
        int peak = (int) (rateHz / 2);
        for (int i = 0; i < rateHz; i++) {
            double away = (i - peak) / rateHz / R_WAVE_S;
            step((float) Math.exp(-away * away / 2));
        }
        double delayed = rPeak((long) (peak + rateHz * WIDTH_S));
        rest();
        return delayed - peak;
    }

    float step(float millivolts) {
        float filtered = (float) lowPass.step(highPass.step(millivolts));
        band.put(filtered);
        double slope = Math.abs(filtered - band.at(band.written() - 1 - slopeSpan));
        sum += slope - slopes[oldest];
        slopes[oldest] = slope;
        oldest = oldest + 1 == slopes.length ? 0 : oldest + 1;
        return (float) (sum * scale);
    }

    /** Where the R peak lies of the complex whose energy is highest at {@code peak}; between two samples. */
    double rPeak(long peak) {
        long span = Math.round(rateHz * (WIDTH_S + 0.05));
        long tallest = peak;
        for (long i = peak - span; i <= peak; i++) {
            if (Math.abs(band.at(i)) > Math.abs(band.at(tallest))) {
                tallest = i;
            }
        }
        float before = Math.abs(band.at(tallest - 1));
        float top = Math.abs(band.at(tallest));
        float after = Math.abs(band.at(tallest + 1));
        float bend = before - 2 * top + after;
        double beside = bend < 0 ? Math.max(-0.5, Math.min(0.5, 0.5 * (before - after) / bend)) : 0;
        return tallest + beside - delay;
    }

    void rest() {
        highPass.rest();
        lowPass.rest();
        Arrays.fill(slopes, 0);
        sum = 0;
        band.clear();
    }
}
