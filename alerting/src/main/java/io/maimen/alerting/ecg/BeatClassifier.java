package io.maimen.alerting.ecg;

/**
 * Tells ventricular beats from others by shape and time, beat by beat, without waiting for the next. Sorts beats into
 * families of one shape, takes the most fitting one for the patient's normal beat, and adds up signs of how a beat and its
 * family differ from it ({@link VentricularSign}). So a bundle branch block is normal where it is usual. All memory, some 3
 * KB, is given at the beginning. Not thread-safe.
 */
final class BeatClassifier {
    private static final int FAMILIES = 8;
    private static final float SAME_FAMILY = 0.14f;
    /** Another family becomes the normal one when it fits better by this factor. */
    private static final double FITS_BETTER = 1.2;
    /** A family that fits as well as this share of the normal one is normal too: some patients have two. */
    private static final double ALSO_NORMAL = 0.25;

    private static final int ALSO_NORMAL_BEATS = 8;
    /** The logarithm of the QRS difference below which a beat is like the normal one. */
    private static final double LIKE_NORMAL = -1.5;
    /** Before so many beats of the normal family nothing is known about the patient. */
    private static final int ACQUAINTED = 3;

    private static final double LEAST_VARIES = -4;

    private final BeatFamily[] families = new BeatFamily[FAMILIES];
    private final BeatIntervals intervals = new BeatIntervals();
    private final BeatShape beat = new BeatShape();
    private int known;
    private int normal;
    private int last;
    private boolean continues;
    private boolean lastLikeNormal;

    BeatClassifier() {
        for (int i = 0; i < FAMILIES; i++) {
            families[i] = new BeatFamily();
        }
        gap();
    }

    /**
     * Classifies the next beat.
     *
     * @param shape of the beat, see {@link SmoothWave#shape}; only read, not kept
     * @param rrSeconds since the beat before; 0 where it is not known
     * @return OTHER while too few beats have come to know this patient's normal one
     */
    BeatClass classify(float[] shape, double rrSeconds) {
        beat.read(shape);
        intervals.measure(rrSeconds);
        if (continues && rrSeconds > 0) {
            families[last].followed(intervals);
        }
        int own = family();
        for (int i = 0; i < known; i++) {
            families[i].fade();
        }
        families[own].add(beat, intervals);
        chooseNormal();
        boolean likeNormal = families[normal].shape().qrsDifference(beat) < LIKE_NORMAL;
        double score = score(families[own]);
        families[own].judged(score);
        intervals.learn(likeNormal, lastLikeNormal);
        last = own;
        continues = true;
        lastLikeNormal = likeNormal;
        if (families[normal].beats() < ACQUAINTED) {
            return BeatClass.OTHER;
        }
        return score + families[own].judgement() > 0 ? BeatClass.VENTRICULAR : BeatClass.NORMAL;
    }

    /** Beats are missing: what comes next does not follow what came before. The patient stays the same. */
    void gap() {
        continues = false;
        lastLikeNormal = false;
        intervals.gap();
    }

    /** The family a beat belongs to; if it is like none, a new one in place of the rarest. */
    private int family() {
        int nearest = -1;
        float least = SAME_FAMILY;
        for (int i = 0; i < known; i++) {
            float distance = families[i].shape().distance(beat);
            if (distance <= least) {
                least = distance;
                nearest = i;
            }
        }
        if (nearest >= 0) {
            return nearest;
        }
        int fresh = known < FAMILIES ? known++ : rarest();
        families[fresh].clear();
        return fresh;
    }

    private int rarest() {
        int rarest = normal == 0 ? 1 : 0;
        for (int i = 0; i < known; i++) {
            if (i != normal && families[i].share() < families[rarest].share()) {
                rarest = i;
            }
        }
        return rarest;
    }

    private void chooseNormal() {
        int best = normal;
        for (int i = 0; i < known; i++) {
            best = families[i].normality() > families[best].normality() ? i : best;
        }
        if (families[best].normality() > FITS_BETTER * families[normal].normality()) {
            normal = best;
        }
    }

    private double unlikeAllNormal() {
        double enough = ALSO_NORMAL * families[normal].normality();
        double least = families[normal].shape().qrsDifference(beat);
        for (int i = 0; i < known; i++) {
            if (families[i].beats() >= ALSO_NORMAL_BEATS && families[i].normality() >= enough) {
                least = Math.min(least, families[i].shape().qrsDifference(beat));
            }
        }
        return least;
    }

    private double score(BeatFamily own) {
        BeatShape usual = families[normal].shape();
        double unlike = unlikeAllNormal();
        double varies = families[normal].varies();
        return VentricularSign.BASE
                + VentricularSign.EARLY.counts(intervals.ofUsual())
                + VentricularSign.UNLIKE_NORMAL.counts(unlike)
                + VentricularSign.UNLIKE_BEYOND_NOISE.counts(unlike - Math.max(LEAST_VARIES, varies))
                + VentricularSign.NORMAL_VARIES.counts(varies)
                + VentricularSign.OTHER_T_WAVE.counts(usual.stDifference(beat))
                + VentricularSign.OTHER_POLARITY.counts(Math.abs(beat.polarity() - usual.polarity()))
                + VentricularSign.STEEPNESS.counts(beat.steepness())
                + VentricularSign.PITCH.counts(beat.pitch())
                + VentricularSign.PITCH_TO_NORMAL.counts(beat.pitch() - usual.pitch())
                + VentricularSign.OPPOSITION.counts(beat.opposition())
                + VentricularSign.OPPOSITION_TO_NORMAL.counts(beat.opposition() - usual.opposition())
                + VentricularSign.FAMILY_EARLY.counts(own.early())
                + VentricularSign.FAMILY_EARLY_FOR_MEAN.counts(own.earlyForMean())
                + VentricularSign.FAMILY_LATE_AFTER.counts(own.lateAfter())
                + VentricularSign.FAMILY_PAUSE.counts(own.pauseAfter())
                + VentricularSign.FAMILY_WIDTH.counts(Math.log(own.shape().widthSeconds() / usual.widthSeconds()))
                + VentricularSign.FAMILY_SPREAD.counts(own.shape().spread() - usual.spread())
                + VentricularSign.FAMILY_PITCH.counts(own.shape().pitch() - usual.pitch());
    }
}
