package io.maimen.alerting.ecg;

/** How irregular intervals between beats are, and whether a pattern explains it. Stateless. */
final class Irregularity {
    private static final int NEIGHBOURS = 9;
    private static final double RANDOM_TURNS = 2.0 / 3;
    private static final int LAGS = 6;

    private Irregularity() {}

    /** Share of the pairs up to nine beats apart that differ by {@code limit} seconds or more; 0 without pairs. */
    static double pairs(double[] intervals, int count, double limit) {
        int differ = 0;
        int all = 0;
        for (int i = 0; i < count; i++) {
            int last = Math.min(count - 1, i + NEIGHBOURS);
            for (int j = i + 1; j <= last; j++) {
                differ += Math.abs(intervals[i] - intervals[j]) >= limit ? 1 : 0;
            }
            all += last - i;
        }
        return all == 0 ? 0 : (double) differ / all;
    }

    /**
     * Share of the intervals that differ from the one 1 to 6 beats before, at the lag where fewest do: two or three
     * intervals by turns are a pattern.
     */
    static double withoutPattern(double[] intervals, int count, double limit) {
        double least = 1;
        for (int lag = 1; lag <= LAGS && lag < count; lag++) {
            int differ = 0;
            for (int i = lag; i < count; i++) {
                differ += Math.abs(intervals[i] - intervals[i - lag]) >= limit ? 1 : 0;
            }
            least = Math.min(least, (double) differ / (count - lag));
        }
        return least;
    }

    /**
     * Share of the intervals that are longer than both neighbours or shorter than both: two thirds of those at random, fewer
     * of those that swing with the breath.
     */
    static double turns(double[] intervals, int count) {
        int turns = 0;
        for (int i = 1; i < count - 1; i++) {
            turns += (intervals[i] - intervals[i - 1]) * (intervals[i] - intervals[i + 1]) > 0 ? 1 : 0;
        }
        return count < 3 ? RANDOM_TURNS : (double) turns / (count - 2);
    }
}
