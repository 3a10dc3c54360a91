package io.maimen.alerting.ecg;

/**
 * What speaks for or against a beat from a ventricle, and how much: a score card. Each value is held against its mean, in
 * units of its spread, at most {@link #FURTHEST} of them, and counts by its weight; the sum above 0 means ventricular.
 *
 * <p>Means, spreads and weights come from one logistic regression over the unpaced records named in docs/ecg-accuracy.md;
 * both leads taken as records of their own;
 * nothing in them belongs to a record. A sign that did not help with records left out was not kept.
 */
enum VentricularSign {
    /** Interval before it over the usual one. */
    EARLY(-0.058, 0.240, -0.161),
    /** QRS complex unlike all that may be normal for this patient. */
    UNLIKE_NORMAL(-2.844, 1.766, 0.434),
    /** More unlike than the normal beats are unlike each other: noise makes all beats differ. */
    UNLIKE_BEYOND_NOISE(0.826, 1.690, 0.500),
    /** The normal beats differ from each other. */
    NORMAL_VARIES(-3.726, 0.452, -0.142),
    /** ST segment and T wave unlike the normal beat's. */
    OTHER_T_WAVE(-3.463, 2.220, 0.242),
    /** Points the other way than the normal beat. */
    OTHER_POLARITY(0.169, 0.257, 0.226),
    STEEPNESS(0.392, 0.117, -0.277),
    PITCH(-0.721, 0.365, -0.266),
    PITCH_TO_NORMAL(-0.060, 0.278, -0.177),
    /** T wave along or against the QRS complex. */
    OPPOSITION(-0.036, 0.194, -0.275),
    OPPOSITION_TO_NORMAL(0.001, 0.181, -0.166),
    /** Its family usually comes early, against the usual interval. */
    FAMILY_EARLY(-0.054, 0.191, -0.220),
    /** Its family usually comes early, against the mean interval. */
    FAMILY_EARLY_FOR_MEAN(-0.047, 0.194, -0.265),
    /** The next beat after its family is late. */
    FAMILY_LATE_AFTER(0.001, 0.120, 0.254),
    /** A pause follows its family. */
    FAMILY_PAUSE(0.033, 0.218, 0.465),
    /** Its family is wider than the normal one, from edge to edge. */
    FAMILY_WIDTH(0.120, 0.308, 0.154),
    /** The slopes of its family lie further apart than the normal one's. */
    FAMILY_SPREAD(0.098, 0.257, 0.165),
    /** Its family swings faster than the normal one. */
    FAMILY_PITCH(-0.067, 0.276, -0.205);

    /** With all signs at their means. */
    static final double BASE = -2.2;

    private static final double FURTHEST = 3;

    private final double mean;
    private final double spread;
    private final double weight;

    VentricularSign(double mean, double spread, double weight) {
        this.mean = mean;
        this.spread = spread;
        this.weight = weight;
    }

    /** What a value adds to the score. */
    double counts(double value) {
        return weight * Math.max(-FURTHEST, Math.min(FURTHEST, (value - mean) / spread));
    }
}
