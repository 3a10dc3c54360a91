package io.maimen.alerting.ecg;

import java.util.Arrays;

/**
 * Says second by second how far the signal can be trusted, half a second later. Noise is told from a heart by two signs: it
 * does not rest between beats, and what is taken for beats there does not resemble the beats before. Not thread-safe.
 */
final class QualityWatch {
    /** Hears of stretches of less than full quality, in inside samples. */
    interface Listener {
        void stretch(long from, long to, SignalQuality quality, QualityReason reason);
    }

    private static final long NONE = -1;
    private static final double LATE_S = 0.5;
    private static final int WINDOW_S = 3;
    private static final int VALUES_PER_S = 40;
    private static final int BEATS = 16;
    /** Median of the energy over its almost highest value: some 0.06 of a heart at rest, 0.2 of noise. */
    private static final double RESTLESS_FROM = 0.06;

    private static final double RESTLESS_PER = 0.10;
    private static final double UNLIKE_FROM = 0.01;
    private static final double UNLIKE_PER = 0.08;
    private static final double BEGINS_AT = 2.2;
    private static final double GOES_ON_AT = 1.2;
    private static final int GOES_ON_WITHIN_S = 8;
    private static final int BEGAN_BEFORE_S = 2;
    private static final double STILL_S = 1;
    private static final float STILL_MV = 0.0005f;
    private static final float SATURATED_MV = 3;

    private final double rateHz;
    private final Listener listener;
    private final float[] energies = new float[WINDOW_S * VALUES_PER_S];
    private final float[] sorted = new float[energies.length];
    private final long[] beatAt = new long[BEATS];
    private final float[] beatSimilarity = new float[BEATS];
    private int beats;

    private long now;
    private float highest;
    private double nextValue;
    private int values;
    private long second;

    private float still;
    private long stillSince;
    private boolean stillInSecond;

    private long stretchFrom = NONE;
    private long stretchTo;
    private SignalQuality quality = SignalQuality.FULL;
    private QualityReason reason = QualityReason.NOISE;

    QualityWatch(double rateHz, Listener listener) {
        this.rateHz = rateHz;
        this.listener = listener;
    }

    /** Takes one sample and its energy. */
    void step(float millivolts, float energy) {
        if (Math.abs(millivolts - still) > STILL_MV) {
            still = millivolts;
            stillSince = now;
        }
        stillInSecond |= now - stillSince >= STILL_S * rateHz;
        highest = Math.max(highest, energy);
        now++;
        if (now >= nextValue) {
            energies[values++ % energies.length] = highest;
            highest = 0;
            nextValue += rateHz / VALUES_PER_S;
        }
        if (now >= (second + 1 + LATE_S) * rateHz) {
            judge();
            second++;
            stillInSecond = false;
        }
    }

    /** A beat was found whose R peak lies at {@code at}. */
    void beat(long at, float similarity) {
        beatAt[beats % BEATS] = at;
        beatSimilarity[beats % BEATS] = similarity;
        beats++;
    }

    /** The signal ends here, or a gap begins. */
    void end() {
        tell();
        now = 0;
        second = 0;
        nextValue = 0;
        values = 0;
        beats = 0;
        stillSince = 0;
        stillInSecond = false;
    }

    private void judge() {
        if (stillInSecond) {
            boolean saturated = Math.abs(still) > SATURATED_MV;
            dirty(
                    saturated ? SignalQuality.UNUSABLE : SignalQuality.RATE_ONLY,
                    saturated ? QualityReason.SATURATED : QualityReason.FLAT,
                    1);
            return;
        }
        if (values < energies.length) {
            return;
        }
        boolean goesOn = stretchFrom != NONE && second * rateHz - stretchTo < GOES_ON_WITHIN_S * rateHz;
        double noise = restless() + unlike();
        if (noise > BEGINS_AT || (goesOn && noise > GOES_ON_AT)) {
            dirty(SignalQuality.RATE_ONLY, QualityReason.NOISE, BEGAN_BEFORE_S);
        } else if (!goesOn) {
            tell();
        }
    }

    private double restless() {
        System.arraycopy(energies, 0, sorted, 0, sorted.length);
        Arrays.sort(sorted);
        double ratio = sorted[sorted.length / 2] / (sorted[sorted.length - 2] + 1e-9);
        return Math.max(0, (ratio - RESTLESS_FROM) / RESTLESS_PER);
    }

    private double unlike() {
        double sum = 0;
        int counted = 0;
        for (int i = 0; i < Math.min(beats, BEATS); i++) {
            if (beatAt[i] >= (second + 1 - WINDOW_S) * rateHz && beatAt[i] < (second + 1) * rateHz) {
                sum += 1 - beatSimilarity[i];
                counted++;
            }
        }
        return counted == 0 ? 0 : Math.max(0, (sum / counted - UNLIKE_FROM) / UNLIKE_PER);
    }

    private void dirty(SignalQuality found, QualityReason why, int before) {
        if (stretchFrom == NONE) {
            stretchFrom = Math.max(0, Math.round((second - before) * rateHz));
            quality = SignalQuality.FULL;
        }
        if (found.compareTo(quality) > 0) {
            quality = found;
            reason = why;
        }
        stretchTo = Math.round((second + 1) * rateHz);
    }

    private void tell() {
        if (stretchFrom != NONE) {
            listener.stretch(stretchFrom, Math.min(now, stretchTo), quality, reason);
        }
        stretchFrom = NONE;
    }
}
