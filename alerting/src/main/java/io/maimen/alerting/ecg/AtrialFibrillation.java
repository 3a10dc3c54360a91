package io.maimen.alerting.ecg;

import java.util.function.Consumer;

/**
 * Finds stretches of beats that may be atrial fibrillation: their intervals are irregular without pattern. Intervals
 * before and after ventricular beats are left out. Looks at 22 intervals on either side, so an episode is told some 20 s
 * late. Keeps 1 KB, given at the beginning. Not thread-safe.
 *
 * <p>An interval's score is how many of the pairs around it differ, how many still differ when each is held against the one
 * a few beats before, whichever lag fits best (two or three beats by turns are a pattern, not fibrillation), and how fast
 * the heart is. The numbers were fitted to the records named in docs/ecg-accuracy.md, one set for all.
 */
public final class AtrialFibrillation {
    private static final int HALF = 22;
    private static final int WINDOW = 2 * HALF + 1;
    private static final double LONGEST_S = 3;
    /** Pairs differ from so many seconds on, at a mean interval of 0.8 s; the limit grows with its root. */
    private static final double DIFFERS_S = 0.0379;

    private static final double PATTERN_DIFFERS_S = 0.0326;
    private static final double USUAL_S = 0.8;
    private static final double PAIRS_WEIGHT = 0.488;
    private static final double PATTERN_WEIGHT = 0.5;
    private static final double RATE_WEIGHT = 0.403;
    /** Fewer turns than that are a swing, as with the breath. */
    private static final double LEAST_TURNS = 0.47;

    private static final double CERTAIN = 0.865;
    private static final double POSSIBLE = 0.597;
    private static final int SHORTEST = 22;

    private final OpenEpisode episode;
    private final double[] intervals = new double[WINDOW];
    private final long[] samples = new long[WINDOW];
    /** Intervals in order of time, the earliest first; copied from the ring. */
    private final double[] line = new double[WINDOW];

    private long known;
    private long scored;
    private boolean afterVentricular;
    private long runFrom;
    private long runTo;
    private int run;
    private boolean certain;

    /** Episodes are told to {@code listener}, each when it is found and when it is over. */
    public AtrialFibrillation(Consumer<RhythmEpisode> listener) {
        episode = new OpenEpisode(Rhythm.ATRIAL_FIBRILLATION, listener);
    }

    /** The next beat, in the order of R peaks; {@code now} is the sample that has arrived, not before the R peak. */
    public void beat(Beat beat, long now) {
        boolean ventricular = beat.beatClass() == BeatClass.VENTRICULAR;
        if (beat.rrSeconds() > 0 && !ventricular && !afterVentricular) {
            intervals[(int) (known % WINDOW)] = Math.min(LONGEST_S, beat.rrSeconds());
            samples[(int) (known % WINDOW)] = beat.sample();
            known++;
            if (known > HALF) {
                score(now);
            }
        }
        afterVentricular = ventricular;
    }

    /** What comes next does not follow what came before: beats are missing, or cannot be trusted. */
    public void interrupt(long now) {
        while (scored < known) {
            score(now);
        }
        episode.end(runTo, now);
        known = 0;
        scored = 0;
        run = 0;
        certain = false;
        afterVentricular = false;
    }

    /** The interval in the middle of what is known, or nearer to the end when nothing more will come. */
    private void score(long now) {
        long first = Math.max(0, Math.max(scored - HALF, known - WINDOW));
        int count = (int) (Math.min(known, scored + HALF + 1) - first);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            line[i] = intervals[(int) ((first + i) % WINDOW)];
            sum += line[i];
        }
        judge(score(count, sum / count), samples[(int) (scored % WINDOW)], now);
        scored++;
    }

    private double score(int count, double mean) {
        double slower = Math.sqrt(mean / USUAL_S);
        return PAIRS_WEIGHT * Irregularity.pairs(line, count, DIFFERS_S * slower)
                + PATTERN_WEIGHT * Irregularity.withoutPattern(line, count, PATTERN_DIFFERS_S * slower)
                + RATE_WEIGHT * (USUAL_S - mean)
                - Math.max(0, LEAST_TURNS - Irregularity.turns(line, count));
    }

    private void judge(double score, long sample, long now) {
        if (score <= POSSIBLE) {
            episode.end(runTo, now);
            run = 0;
            certain = false;
            return;
        }
        if (run++ == 0) {
            runFrom = sample;
        }
        runTo = sample;
        certain |= score > CERTAIN;
        if (certain && run >= SHORTEST) {
            episode.begin(runFrom, now);
        }
    }
}
