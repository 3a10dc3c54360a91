package io.maimen.alerting.ecg;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks for atrial fibrillation in a recording of some seconds to a minute, as hand-held devices and carts make them: too
 * short for {@link AtrialFibrillation}, but known as a whole, so the atria are looked at too. Stateless.
 *
 * <p>A score card as {@link VentricularSign}: each sign is held against its mean in units of its spread, at most three, and
 * weighed; fitted by logistic regression to the records named in docs/ecg-accuracy.md.
 */
public final class ShortRecording {
    private static final double BASE = -1.01;
    private static final double POSSIBLE_FROM = 0.6;
    /** As near to that, nobody can say. */
    private static final double UNDECIDED_WITHIN = 0.45;

    private static final int FEWEST = 5;
    private static final double UNREADABLE = 0.9;
    private static final double LONGEST_S = 3;
    private static final double USUAL_S = 0.8;
    private static final double PAIRS_DIFFER_S = 0.0308;
    private static final double PATTERN_DIFFERS_S = 0.036;
    /** Where too few beats can be trusted, all are taken, and more is asked of them. */
    private static final double DOUBTED = -3.77;

    private static final double FURTHEST = 3;

    private final int[] microvolts;
    private final double rateHz;
    private final List<Beat> beats = new ArrayList<>();
    private final List<QualityStretch> doubts = new ArrayList<>();

    private ShortRecording(int[] microvolts, double rateHz) {
        this.microvolts = microvolts;
        this.rateHz = rateHz;
    }

    /** What one lead of a recording says, in microvolts at 100 to 1000 samples a second; refuses other rates. */
    public static FibrillationFinding fibrillation(int[] microvolts, double samplesPerSecond) {
        ShortRecording recording = new ShortRecording(microvolts, samplesPerSecond);
        EcgAnalysis analysis = new EcgAnalysis(samplesPerSecond, recording.new Heard());
        analysis.samples(microvolts, 0, microvolts.length);
        analysis.end();
        return recording.judge();
    }

    private FibrillationFinding judge() {
        double[] intervals = intervals(true);
        boolean trusted = intervals.length >= FEWEST;
        if (!trusted) {
            intervals = intervals(false);
        }
        if (intervals.length < FEWEST || (!trusted && doubted() > UNREADABLE)) {
            return FibrillationFinding.UNDECIDED;
        }
        double score = score(intervals, trusted) - POSSIBLE_FROM;
        if (Math.abs(score) < UNDECIDED_WITHIN) {
            return FibrillationFinding.UNDECIDED;
        }
        return score > 0 ? FibrillationFinding.POSSIBLE : FibrillationFinding.NOT_FOUND;
    }

    private double score(double[] intervals, boolean trusted) {
        double mean = 0;
        for (double interval : intervals) {
            mean += interval / intervals.length;
        }
        double[] changes = new double[intervals.length - 1];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = Math.abs(intervals[i + 1] - intervals[i]);
        }
        double change = AtrialWave.median(changes) / AtrialWave.median(intervals);
        double slower = Math.sqrt(mean / USUAL_S);
        int count = intervals.length;
        AtrialWave atria = AtrialWave.of(wave(), rateHz, conducted(trusted));
        return BASE
                + sign(Math.log(change + 0.003), -3.150, 1.258, 1.468)
                + sign(Irregularity.withoutPattern(intervals, count, PATTERN_DIFFERS_S * slower), 0.339, 0.293, 1.221)
                + sign(Irregularity.pairs(intervals, count, PAIRS_DIFFER_S * slower), 0.527, 0.301, -0.403)
                + sign(mean, 0.815, 0.210, -1.207)
                + sign(atria.repeated(), 0.708, 0.285, -0.450)
                + sign(atria.height(), -2.595, 0.604, -0.829)
                + (trusted ? 0 : DOUBTED);
    }

    private static double sign(double value, double mean, double spread, double weight) {
        return weight * Math.max(-FURTHEST, Math.min(FURTHEST, (value - mean) / spread));
    }

    /** Between beats of which neither is ventricular; of trusted ones only, if asked for. */
    private double[] intervals(boolean trusted) {
        List<Double> intervals = new ArrayList<>();
        for (int i = 1; i < beats.size(); i++) {
            if (beats.get(i).rrSeconds() > 0 && counts(beats.get(i), trusted) && counts(beats.get(i - 1), trusted)) {
                intervals.add(Math.min(LONGEST_S, beats.get(i).rrSeconds()));
            }
        }
        return intervals.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private List<Beat> conducted(boolean trusted) {
        return beats.stream().filter(beat -> counts(beat, trusted)).toList();
    }

    private boolean counts(Beat beat, boolean trusted) {
        return beat.beatClass() != BeatClass.VENTRICULAR && !(trusted && isDoubted(beat.sample()));
    }

    private boolean isDoubted(long sample) {
        return doubts.stream().anyMatch(doubt -> sample >= doubt.from() && sample < doubt.to());
    }

    private double doubted() {
        return doubts.stream().mapToDouble(doubt -> doubt.to() - doubt.from()).sum() / microvolts.length;
    }

    private float[] wave() {
        SmoothWave smooth = new SmoothWave(rateHz);
        float[] wave = new float[microvolts.length];
        for (int i = 0; i < wave.length; i++) {
            wave[i] = smooth.step((microvolts[i] - microvolts[0]) / 1000f);
        }
        return wave;
    }

    private final class Heard implements EcgListener {
        @Override
        public void beat(Beat beat) {
            beats.add(beat);
        }

        @Override
        public void quality(QualityStretch stretch) {
            doubts.add(stretch);
        }

        @Override
        public void rhythm(RhythmEpisode episode) {
            // A short recording is judged as a whole.
        }
    }
}
