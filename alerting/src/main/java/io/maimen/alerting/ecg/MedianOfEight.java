package io.maimen.alerting.ecg;

import java.util.Arrays;

/** The median of the latest eight heights: one artefact, however tall, moves it little. Not thread-safe. */
final class MedianOfEight {
    private static final int LENGTH = 8;
    private final double[] latest = new double[LENGTH];
    private final double[] sorted = new double[LENGTH];
    private int next;
    private double median;

    /** All eight the same. */
    void fill(double height) {
        Arrays.fill(latest, height);
        median = height;
    }

    void add(double height) {
        latest[next] = height;
        next = (next + 1) % LENGTH;
        System.arraycopy(latest, 0, sorted, 0, LENGTH);
        Arrays.sort(sorted);
        median = (sorted[LENGTH / 2 - 1] + sorted[LENGTH / 2]) / 2;
    }

    void scale(double factor) {
        for (int i = 0; i < LENGTH; i++) {
            latest[i] *= factor;
        }
        median *= factor;
    }

    double median() {
        return median;
    }
}
