package io.maimen.alerting.ecg;

/**
 * The shape of a beat, and what can be measured on it: 40 values in mV, 8 ms apart, from 112 ms before the R peak on,
 * counted from the level before the beat. Changes with {@link #read} and {@link #approach}. Not thread-safe.
 */
final class BeatShape {
    static final int LENGTH = SmoothWave.SHAPE_LENGTH;
    private static final float STEP_S = 0.008f;
    private static final int R_PEAK = 14;
    private static final int LEVEL_VALUES = 4;
    /** The QRS complex is looked for between 88 ms before and 112 ms after the R peak. */
    private static final int QRS_FROM = 3;

    private static final int QRS_TO = 29;
    /** What comes more than 96 ms after the R peak is ST segment and T wave. */
    private static final int ST_FROM = 26;

    /** The onset and the end of a QRS complex are as steep as this share of its steepest part. */
    private static final float EDGE = 0.12f;
    /** R peaks of like beats are found up to 40 ms apart. */
    private static final int SHIFT = 5;

    private static final int COMPARED_FROM = 5;
    private static final double LEAST_SPREAD = 0.3;
    private static final float TINY = 1e-6f;
    private static final double SLIGHTEST_QRS = 0.01;
    private static final double SLIGHTEST_ST = 0.003;

    private final float[] values = new float[LENGTH];
    private float widthSeconds;
    private float steepness;
    private float pitch;
    private float spread;
    private float opposition;
    private float polarity;
    private float energy;
    private float qrsEnergy;
    private int shift;

    /** Takes over the values of a beat, in mV. */
    void read(float[] millivolts) {
        float level = 0;
        for (int i = 0; i < LEVEL_VALUES; i++) {
            level += millivolts[i] / LEVEL_VALUES;
        }
        for (int i = 0; i < LENGTH; i++) {
            values[i] = millivolts[i] - level;
        }
        measure();
    }

    void copy(BeatShape other) {
        System.arraycopy(other.values, 0, values, 0, LENGTH);
        measure();
    }

    /** Comes nearer to another shape, laid over this one: by 0 (not at all) to 1 (wholly). */
    void approach(BeatShape other, float share) {
        distance(other);
        for (int i = 0; i < LENGTH; i++) {
            values[i] += share * (other.values[within(i + shift)] - values[i]);
        }
        measure();
    }

    /** Of the QRS complex, from its first to its last steep part. */
    float widthSeconds() {
        return widthSeconds;
    }

    /** Of the steepest 8 ms, as a share of the height. */
    float steepness() {
        return steepness;
    }

    /** How fast the QRS complex swings: the logarithm of the ratio of its slopes to its values. */
    float pitch() {
        return pitch;
    }

    /** How far apart the slopes of the QRS complex lie: the logarithm of their spread in 8 ms. */
    float spread() {
        return spread;
    }

    /** Of ST segment and T wave to the height; below 0 where they point away from the QRS complex. */
    float opposition() {
        return opposition;
    }

    /** 1 where the QRS complex points wholly upwards, -1 downwards. */
    float polarity() {
        return polarity;
    }

    /** How different another shape is, laid over this one: 0 if not at all; 1 as much as this one from a flat line. */
    float distance(BeatShape other) {
        float least = Float.MAX_VALUE;
        for (int k = 0; k <= 2 * SHIFT; k++) {
            int candidate = (k & 1) == 0 ? k / 2 : -(k + 1) / 2;
            float sum = 0;
            for (int i = COMPARED_FROM; i < LENGTH - SHIFT && sum < least; i++) {
                float apart = other.values[i + candidate] - values[i];
                sum += apart * apart;
            }
            if (sum < least) {
                least = sum;
                shift = candidate;
            }
        }
        return least / Math.max(energy, other.energy);
    }

    /** The logarithm of how far the QRS complex of another shape is from this one's, laid over it: -4.6 to some 3. */
    double qrsDifference(BeatShape other) {
        distance(other);
        return Math.log(apart(other, COMPARED_FROM, ST_FROM) / qrsEnergy + SLIGHTEST_QRS);
    }

    /** The same for ST segment and T wave, in units of the QRS complex: -5.8 to some 3. */
    double stDifference(BeatShape other) {
        distance(other);
        return Math.log(apart(other, ST_FROM, LENGTH) / qrsEnergy + SLIGHTEST_ST);
    }

    private float apart(BeatShape other, int from, int to) {
        float sum = 0;
        for (int i = from; i < to; i++) {
            float apart = other.values[within(i + shift)] - values[i];
            sum += apart * apart;
        }
        return sum;
    }

    private static int within(int index) {
        return Math.max(0, Math.min(LENGTH - 1, index));
    }

    private void measure() {
        float highest = values[QRS_FROM];
        float lowest = values[QRS_FROM];
        float steepest = TINY;
        float slopes = 0;
        float squares = TINY;
        float area = 0;
        for (int i = QRS_FROM; i < QRS_TO; i++) {
            highest = Math.max(highest, values[i]);
            lowest = Math.min(lowest, values[i]);
            steepest = Math.max(steepest, slope(i));
            slopes += slope(i) * slope(i);
            squares += values[i] * values[i];
            area += values[i];
        }
        float height = highest - lowest + TINY;
        widthSeconds = widthSeconds(EDGE * steepest);
        steepness = steepest / height;
        spread = spread(slopes + TINY);
        pitch = (float) Math.log(Math.max(0.001, Math.sqrt(slopes / squares)));
        polarity = (highest + lowest) / height;
        energy = sumOfSquares(COMPARED_FROM, LENGTH - SHIFT);
        qrsEnergy = sumOfSquares(COMPARED_FROM, ST_FROM);
        float st = 0;
        for (int i = ST_FROM; i < LENGTH; i++) {
            st += values[i] / (LENGTH - ST_FROM);
        }
        opposition = st / height * Math.signum(area);
    }

    private float spread(float slopes) {
        float center = 0;
        for (int i = QRS_FROM; i < QRS_TO; i++) {
            center += i * slope(i) * slope(i) / slopes;
        }
        float moment = 0;
        for (int i = QRS_FROM; i < QRS_TO; i++) {
            moment += (i - center) * (i - center) * slope(i) * slope(i) / slopes;
        }
        return (float) Math.log(LEAST_SPREAD + Math.sqrt(moment));
    }

    private float widthSeconds(float edge) {
        int onset = QRS_FROM;
        while (onset < R_PEAK && slope(onset) < edge) {
            onset++;
        }
        int end = QRS_TO - 1;
        while (end > R_PEAK && slope(end) < edge) {
            end--;
        }
        return (end - onset + 1) * STEP_S;
    }

    private float slope(int index) {
        return Math.abs(values[index] - values[index - 1]);
    }

    private float sumOfSquares(int from, int to) {
        float sum = TINY;
        for (int i = from; i < to; i++) {
            sum += values[i] * values[i];
        }
        return sum;
    }
}
