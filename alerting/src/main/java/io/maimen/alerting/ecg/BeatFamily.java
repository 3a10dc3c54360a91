package io.maimen.alerting.ecg;

/**
 * Beats of one shape, and when they come: too early and with a pause after them, or in their turn. Not thread-safe.
 */
final class BeatFamily {
    /** A beat counts for less with each that follows: for half after some 350. */
    private static final double FADES = 0.998;

    private static final double SLOWEST_SHAPE = 0.06;
    private static final double SLOWEST_TIME = 0.05;
    private static final double FURTHEST_EARLY = 0.7;
    private static final double FURTHEST_PAUSE = 1;
    private static final double FURTHEST_SCORE = 4;
    /** How much less a family is the normal one for coming early, for pauses after it, and for each second above 100 ms of width. */
    private static final double EARLY_PENALTY = 3;

    private static final double PAUSE_PENALTY = 3;
    private static final double WIDTH_PENALTY = 3;
    private static final double MOST_EARLY = 0.5;
    private static final double MOST_PAUSE = 0.8;
    private static final double NARROW_S = 0.1;

    private static final double USUAL_VARIES = -3;

    private final BeatShape shape = new BeatShape();
    private int beats;
    private int followed;
    private double share;
    private double early;
    private double earlyForMean;
    private double lateAfter;
    private double pauseAfter;
    private double judgement;
    private double varies;

    /** Begins anew. */
    void clear() {
        beats = 0;
        followed = 0;
        share = 0;
        early = 0;
        earlyForMean = 0;
        lateAfter = 0;
        pauseAfter = 0;
        judgement = 0;
    }

    void fade() {
        share *= FADES;
    }

    /** One more beat, with its interval against the usual one and against the mean one. */
    void add(BeatShape beat, BeatIntervals intervals) {
        beats++;
        share++;
        if (beats == 1) {
            shape.copy(beat);
            varies = USUAL_VARIES;
        } else {
            varies += Math.max(SLOWEST_TIME, 1.0 / beats) * (shape.qrsDifference(beat) - varies);
            shape.approach(beat, (float) Math.max(SLOWEST_SHAPE, 1.0 / beats));
        }
        double weight = Math.max(SLOWEST_TIME, 1.0 / beats);
        early += weight * (limited(intervals.ofUsual(), FURTHEST_EARLY) - early);
        earlyForMean += weight * (intervals.ofMean() - earlyForMean);
    }

    /** After a beat of this family another came. */
    void followed(BeatIntervals intervals) {
        followed++;
        double weight = Math.max(SLOWEST_TIME, 1.0 / followed);
        lateAfter += weight * (limited(intervals.ofUsual(), FURTHEST_EARLY) - lateAfter);
        pauseAfter += weight * (limited(intervals.ofLast(), FURTHEST_PAUSE) - pauseAfter);
    }

    /** One of its beats, the one just added, got this score. */
    void judged(double score) {
        judgement += Math.max(SLOWEST_TIME, 1.0 / beats) * (limited(score, FURTHEST_SCORE) - judgement);
    }

    /** The mean score of its beats, older ones counting less; above 0 means ventricular. */
    double judgement() {
        return judgement;
    }

    /** How different its own beats are from each other, as {@link BeatShape#qrsDifference}. */
    double varies() {
        return varies;
    }

    BeatShape shape() {
        return shape;
    }

    int beats() {
        return beats;
    }

    /** Beats of this family lately, older ones counting less. */
    double share() {
        return share;
    }

    /** The mean logarithm of the intervals before its beats over the usual interval; below 0 means early. */
    double early() {
        return early;
    }

    /** The same over the mean interval. */
    double earlyForMean() {
        return earlyForMean;
    }

    /** The mean logarithm of the intervals after its beats over the usual interval. */
    double lateAfter() {
        return lateAfter;
    }

    /** The mean logarithm of the intervals after its beats over those before; above 0 means a pause. */
    double pauseAfter() {
        return pauseAfter;
    }

    /** How well this family would do as the patient's normal beat: frequent, narrow, neither early nor followed by a pause. */
    double normality() {
        double earliness = Math.max(-MOST_EARLY, Math.min(0, earlyForMean));
        double pause = Math.max(0, Math.min(MOST_PAUSE, pauseAfter));
        double width = Math.max(0, shape.widthSeconds() - NARROW_S);
        return share * Math.exp(EARLY_PENALTY * earliness - PAUSE_PENALTY * pause - WIDTH_PENALTY * width);
    }

    private static double limited(double value, double furthest) {
        return Math.max(-furthest, Math.min(furthest, value));
    }
}
