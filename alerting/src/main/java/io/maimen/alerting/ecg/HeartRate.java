package io.maimen.alerting.ecg;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The heart rate as monitors count it: from the last twelve intervals without the longest and the shortest; from the last
 * four when three of them are longer than 1.2 s, so that a heart that slows down is not shown late. No memory is asked for
 * later. Not thread-safe. Practice of ANSI/AAMI EC13 monitors.
 */
final class HeartRate {
    private static final int INTERVALS = 12;
    private static final int FEWEST = 4;
    private static final double SLOW_S = 1.2;
    private static final int SLOW_ONES = 3;

    private final double[] intervals = new double[INTERVALS];
    private final double[] sorted = new double[INTERVALS];
    private int known;

    /** One more interval in seconds, above 0. */
    void interval(double seconds) {
        intervals[known++ % INTERVALS] = seconds;
    }

    /** Beats are missing: what was before says nothing about now. */
    void gap() {
        known = 0;
    }

    /** Empty until four intervals are known. */
    OptionalDouble beatsPerMinute() {
        if (known < FEWEST) {
            return OptionalDouble.empty();
        }
        int slow = 0;
        double sum = 0;
        for (int i = known - FEWEST; i < known; i++) {
            slow += intervals[i % INTERVALS] > SLOW_S ? 1 : 0;
            sum += intervals[i % INTERVALS];
        }
        return OptionalDouble.of(60 / (slow >= SLOW_ONES ? sum / FEWEST : withoutExtremes()));
    }

    private double withoutExtremes() {
        int all = Math.min(known, INTERVALS);
        System.arraycopy(intervals, 0, sorted, 0, all);
        Arrays.sort(sorted, 0, all);
        double sum = 0;
        for (int i = 1; i < all - 1; i++) {
            sum += sorted[i];
        }
        return sum / (all - 2);
    }
}
