package io.maimen.alerting.ecg;

import java.util.Arrays;
import java.util.List;

/**
 * What the atria do before each beat: where they contract together, every beat has the same P wave; where they fibrillate,
 * none. Looks from 252 to 60 ms before the R peak, in steps of 8 ms. Immutable.
 *
 * @param repeated how much the beats' waves resemble their median, -1 to 1
 * @param height of the median wave as a share of the beats' heights, as a logarithm, -4.6 to 0
 */
record AtrialWave(double repeated, double height) {
    private static final double STEP_S = 0.008;
    private static final double BEGIN_S = -0.3;
    private static final int BEAT_LENGTH = 75;
    private static final int FROM = 6;
    private static final int LENGTH = 25;
    private static final int FEWEST = 4;
    private static final AtrialWave UNKNOWN = new AtrialWave(0.5, -2);

    /** Of the beats with R peaks at these samples of a wave without wandering baseline, in mV. */
    static AtrialWave of(float[] wave, double rateHz, List<Beat> beats) {
        if (beats.size() < FEWEST) {
            return UNKNOWN;
        }
        double[][] waves = new double[beats.size()][LENGTH];
        double[] heights = new double[beats.size()];
        for (int i = 0; i < waves.length; i++) {
            double lowest = Double.MAX_VALUE;
            double highest = -Double.MAX_VALUE;
            for (int k = 0; k < BEAT_LENGTH; k++) {
                double value = between(wave, beats.get(i).sample() + (BEGIN_S + k * STEP_S) * rateHz);
                lowest = Math.min(lowest, value);
                highest = Math.max(highest, value);
                if (k >= FROM && k < FROM + LENGTH) {
                    waves[i][k - FROM] = value;
                }
            }
            heights[i] = highest - lowest;
            level(waves[i]);
        }
        return of(waves, median(heights));
    }

    private static AtrialWave of(double[][] waves, double height) {
        double[] usual = new double[LENGTH];
        for (int k = 0; k < LENGTH; k++) {
            int column = k;
            usual[k] = median(
                    Arrays.stream(waves).mapToDouble(wave -> wave[column]).toArray());
        }
        double size = Math.sqrt(product(usual, usual)) + 1e-6;
        double[] alike = Arrays.stream(waves)
                .mapToDouble(wave -> product(wave, usual) / size / (Math.sqrt(product(wave, wave)) + 1e-6))
                .toArray();
        double range = Arrays.stream(usual).max().orElse(0)
                - Arrays.stream(usual).min().orElse(0);
        return new AtrialWave(median(alike), Math.log(range / (height + 1e-3) + 0.01));
    }

    /** Takes the mean and the slope away: what is left of a T wave before. */
    private static void level(double[] wave) {
        double mean = Arrays.stream(wave).average().orElse(0);
        double slope = 0;
        double squares = 0;
        for (int k = 0; k < LENGTH; k++) {
            double at = k - (LENGTH - 1) / 2.0;
            slope += wave[k] * at;
            squares += at * at;
        }
        for (int k = 0; k < LENGTH; k++) {
            wave[k] -= mean + slope / squares * (k - (LENGTH - 1) / 2.0);
        }
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int k = 0; k < LENGTH; k++) {
            sum += one[k] * other[k];
        }
        return sum;
    }

    private static double between(float[] wave, double at) {
        int before = (int) Math.max(0, Math.min(wave.length - 2, Math.floor(at)));
        double share = Math.max(0, Math.min(1, at - before));
        return wave[before] + share * (wave[before + 1] - wave[before]);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
