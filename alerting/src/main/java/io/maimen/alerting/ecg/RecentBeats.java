package io.maimen.alerting.ecg;

import java.util.Arrays;

/** The latest beats, as far as they tell noise from a heart: where they lie and how alike they are. Not thread-safe. */
final class RecentBeats {
    private static final int BEATS = 16;
    private static final int FEW = 3;
    /** Of so many beats within a window most may be of a new shape: a ventricular rhythm begins with several. */
    private static final int FAST = 7;

    private static final double NEW_SHARE = 0.6;
    private static final int INTERVALS = 12;
    private static final int FEWEST_INTERVALS = 5;
    private static final double FAR = 0.15;

    private final long[] at = new long[BEATS];
    private final float[] similarity = new float[BEATS];
    private final float[] apart = new float[BEATS];
    private final long[] intervals = new long[INTERVALS];
    private int beats;

    /** A beat whose R peak lies at inside sample {@code at}, and its similarity, 0 to 1, to the beats before. */
    void add(long at, float similarity) {
        this.at[beats % BEATS] = at;
        this.similarity[beats % BEATS] = similarity;
        beats++;
    }

    void clear() {
        beats = 0;
    }

    boolean wasSince(double from) {
        boolean was = false;
        for (int i = 0; i < known(); i++) {
            was |= at[i] >= from;
        }
        return was;
    }

    int between(double from, double to) {
        int count = 0;
        for (int i = 0; i < known(); i++) {
            count += at[i] >= from && at[i] < to ? 1 : 0;
        }
        return count;
    }

    /**
     * How far the beats of a window are from those before, 0 to 1; 0 without beats. Beats of a new shape among others are early
     * ones, or the first of many: the most unlike ones do not count.
     */
    double apart(double from, double to) {
        int n = 0;
        for (int i = 0; i < known(); i++) {
            if (at[i] >= from && at[i] < to) {
                apart[n++] = 1 - similarity[i];
            }
        }
        Arrays.sort(apart, 0, n);
        int counted = n < FEW ? n : n - (n < FAST ? 1 : (int) (n * NEW_SHARE));
        double sum = 0;
        for (int i = 0; i < counted; i++) {
            sum += apart[i];
        }
        return n == 0 ? 0 : sum / n;
    }

    /** Of the latest intervals the share that is far from their middle one; 1 with few. */
    double scattered() {
        int n = Math.min(known() - 1, INTERVALS);
        if (n < FEWEST_INTERVALS) {
            return 1;
        }
        for (int i = 0; i < n; i++) {
            intervals[i] = at[(beats - 1 - i) % BEATS] - at[(beats - 2 - i) % BEATS];
        }
        Arrays.sort(intervals, 0, n);
        double middle = intervals[n / 2];
        int far = 0;
        for (int i = 0; i < n; i++) {
            far += Math.abs(intervals[i] - middle) > FAR * middle ? 1 : 0;
        }
        return (double) far / n;
    }

    private int known() {
        return Math.min(beats, BEATS);
    }
}
