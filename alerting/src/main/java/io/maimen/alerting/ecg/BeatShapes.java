package io.maimen.alerting.ecg;

/**
 * The shapes that beats have had lately, six at most: what looks like none of them may be no beat. Not thread-safe.
 */
final class BeatShapes {
    private static final int KINDS = 6;
    private static final int LENGTH = SmoothWave.SHAPE_LENGTH;
    /** So many beats are looked at before one can be unlike them. */
    private static final int ACQUAINTED = 6;

    private static final int SHIFT = 2;
    private static final int MARGIN = 3;
    private static final float SAME = 0.85f;
    private static final float FADES = 0.99f;
    private static final float SLOWEST_LEARNING = 0.1f;
    /** A shape of another height resembles less: by this for each factor e beyond 1.35. */
    private static final double HEIGHT_PENALTY = 0.15;

    private static final double HEIGHT_FREE = 0.3;

    private final float[][] shapes = new float[KINDS][LENGTH];
    private final float[] heights = new float[KINDS];
    private final float[] shares = new float[KINDS];
    private final int[] seen = new int[KINDS];
    private int kinds;
    private int beats;

    /** How much a beat resembles the most similar of those before, -1 to 1; 1 for the first five. Learns it, and levels {@code shape}. */
    float similarity(float[] shape) {
        level(shape);
        float height = height(shape);
        int kind = -1;
        double best = -1;
        for (int i = 0; i < kinds; i++) {
            double apart = Math.abs(Math.log(height / heights[i])) - HEIGHT_FREE;
            double alike = correlation(shape, shapes[i]) - HEIGHT_PENALTY * Math.max(0, apart);
            if (alike > best) {
                best = alike;
                kind = i;
            }
        }
        for (int i = 0; i < kinds; i++) {
            shares[i] *= FADES;
        }
        if (kind < 0 || best < SAME) {
            kind = kinds < KINDS ? kinds++ : rarest();
            seen[kind] = 0;
            shares[kind] = 0;
        }
        learn(kind, shape, height);
        beats = Math.min(ACQUAINTED, beats + 1);
        return beats < ACQUAINTED ? 1 : (float) best;
    }

    /** Takes the line between both ends away. */
    private static void level(float[] shape) {
        float ends = 0;
        for (int i = 0; i < MARGIN; i++) {
            ends += shape[i] + shape[LENGTH - 1 - i];
        }
        for (int i = 0; i < LENGTH; i++) {
            shape[i] -= ends / (2 * MARGIN);
        }
    }

    private static float height(float[] shape) {
        float lowest = shape[0];
        float highest = shape[0];
        for (float value : shape) {
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        return highest - lowest + 1e-6f;
    }

    /** Of the two shapes, shifted by up to 16 ms against each other. */
    private static double correlation(float[] one, float[] other) {
        double best = -1;
        for (int shift = -SHIFT; shift <= SHIFT; shift++) {
            double product = 0;
            double ones = 1e-9;
            double others = 1e-9;
            for (int i = MARGIN; i < LENGTH - MARGIN; i++) {
                float a = one[i + shift];
                float b = other[i];
                product += a * b;
                ones += a * a;
                others += b * b;
            }
            best = Math.max(best, product / Math.sqrt(ones * others));
        }
        return best;
    }

    private int rarest() {
        int rarest = 0;
        for (int i = 1; i < KINDS; i++) {
            rarest = shares[i] < shares[rarest] ? i : rarest;
        }
        return rarest;
    }

    private void learn(int kind, float[] shape, float height) {
        seen[kind]++;
        shares[kind]++;
        float weight = Math.max(SLOWEST_LEARNING, 1f / seen[kind]);
        for (int i = 0; i < LENGTH; i++) {
            shapes[kind][i] += weight * (shape[i] - shapes[kind][i]);
        }
        heights[kind] += weight * (height - heights[kind]);
    }
}
