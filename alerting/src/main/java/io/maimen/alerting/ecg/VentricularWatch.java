package io.maimen.alerting.ecg;

import java.util.function.Consumer;

/** Tells patterns of ventricular beats: two in a row, a run of three or more, every second beat. Not thread-safe. */
final class VentricularWatch {
    /** A run is as fast as 100 a minute. */
    private static final double RUN_INTERVAL_S = 0.6;

    private static final int RUN = 3;
    private static final int COUPLET = 2;
    private static final int BIGEMINY = 6;

    private final OpenEpisode run;
    private final OpenEpisode couplet;
    private final OpenEpisode bigeminy;
    /** R peaks of the beats before, the latest first. */
    private final long[] peaks = new long[BIGEMINY];

    private boolean lastVentricular;
    private int inARow;
    private int fastInARow;
    private int alternating;
    private int beats;

    VentricularWatch(Consumer<RhythmEpisode> listener) {
        run = new OpenEpisode(Rhythm.VENTRICULAR_RUN, listener);
        couplet = new OpenEpisode(Rhythm.COUPLET, listener);
        bigeminy = new OpenEpisode(Rhythm.BIGEMINY, listener);
    }

    void beat(Beat beat, long now) {
        long before = peaks[0];
        boolean ventricular = beat.beatClass() == BeatClass.VENTRICULAR;
        System.arraycopy(peaks, 0, peaks, 1, BIGEMINY - 1);
        peaks[0] = beat.sample();
        if (!ventricular && inARow == COUPLET && beats > COUPLET) {
            couplet.begin(peaks[2], now);
            couplet.end(before, now);
        }
        count(ventricular, beat.rrSeconds());
        if (fastInARow >= RUN) {
            run.begin(peaks[RUN - 1], now);
        } else {
            run.end(before, now);
        }
        if (alternating >= BIGEMINY) {
            bigeminy.begin(peaks[BIGEMINY - 1], now);
        } else {
            bigeminy.end(before, now);
        }
    }

    private void count(boolean ventricular, double rrSeconds) {
        boolean follows = beats > 0 && rrSeconds > 0;
        boolean fast = follows && rrSeconds <= RUN_INTERVAL_S;
        alternating = follows && ventricular != lastVentricular ? alternating + 1 : 1;
        inARow = ventricular ? (follows ? inARow : 0) + 1 : 0;
        fastInARow = ventricular ? (fast ? fastInARow : 0) + 1 : 0;
        lastVentricular = ventricular;
        beats++;
    }

    void interrupt(long now) {
        run.end(peaks[0], now);
        bigeminy.end(peaks[0], now);
        beats = 0;
        inARow = 0;
        fastInARow = 0;
        alternating = 0;
    }
}
