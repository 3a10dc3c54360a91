package io.maimen.alerting.ecg;

import java.util.Arrays;

/**
 * What an interval between beats is held against: the usual one between normal beats, the mean one, the last one. In
 * bigeminy only the mean stays true, in a run of early beats only the usual. All ratios are logarithms: -0.7 is half. Not
 * thread-safe.
 */
final class BeatIntervals {
    private static final int REMEMBERED = 9;
    private static final int LEARNING = 8;
    private static final double SHORTEST_S = 0.15;
    private static final double LONGEST_S = 3;
    private static final double MEAN_WEIGHT = 0.1;
    /** A pause moves the mean by no more than so many times the mean. */
    private static final double LONGEST_OF_MEAN = 1.6;

    private static final double FURTHEST_NORMAL = 0.5;
    private static final double FURTHEST_LEARNING = 0.6;
    private static final double RETURNS = 0.02;
    private static final double LEAST_OF_MEAN = 0.75;
    private static final double MOST_OF_MEAN = 1.4;

    private final double[] normal = new double[REMEMBERED];
    private final double[] sorted = new double[REMEMBERED];
    private int normals;
    private double usual;
    private double mean;
    private double last;
    private double interval;
    private double ofUsual;
    private double ofMean;
    private double ofLast;

    /** The interval before a new beat, above 0; or 0 if it is not known: then all ratios are 0. */
    void measure(double seconds) {
        interval = seconds > 0 ? Math.max(SHORTEST_S, Math.min(LONGEST_S, seconds)) : 0;
        if (interval > 0 && usual == 0) {
            usual = interval;
            mean = interval;
        }
        ofUsual = ratio(usual);
        ofMean = ratio(mean);
        ofLast = ratio(last);
        if (interval > 0) {
            mean += MEAN_WEIGHT * (Math.min(interval, LONGEST_OF_MEAN * mean) - mean);
        }
    }

    /** The interval just measured ends with a beat like the normal ones, or not; as the beat before did. */
    void learn(boolean likeNormal, boolean lastLikeNormal) {
        if (interval == 0) {
            return;
        }
        last = interval;
        double away = Math.abs(ofUsual);
        if (!likeNormal || away >= FURTHEST_LEARNING) {
            usual += RETURNS * (mean - usual);
        } else if (normals < LEARNING || (lastLikeNormal && away < FURTHEST_NORMAL)) {
            normal[normals++ % REMEMBERED] = interval;
            int known = Math.min(REMEMBERED, normals);
            System.arraycopy(normal, 0, sorted, 0, known);
            Arrays.sort(sorted, 0, known);
            usual = sorted[known / 2];
        }
        usual = Math.max(LEAST_OF_MEAN * mean, Math.min(MOST_OF_MEAN * mean, usual));
    }

    void gap() {
        last = 0;
    }

    double ofUsual() {
        return ofUsual;
    }

    double ofMean() {
        return ofMean;
    }

    double ofLast() {
        return ofLast;
    }

    private double ratio(double reference) {
        return interval > 0 && reference > 0 ? Math.log(interval / reference) : 0;
    }
}
