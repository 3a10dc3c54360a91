package io.maimen.alerting.ecg;

import java.util.Arrays;

/**
 * Says second by second how far the signal can be trusted, half a second later. Noise is told from a heart by two signs: it
 * does not rest between beats, and what is taken for beats there does not resemble the beats before. Not thread-safe.
 */
final class QualityWatch {
    /** Hears, in inside samples. */
    interface Listener {
        /** A stretch of less than full quality, or a piece of one. */
        void stretch(long from, long to, SignalQuality quality, QualityReason reason);

        /** Nothing that is found later changes whether these samples can be trusted. */
        void judged(long from, long to, boolean trusted);
    }

    private static final long NONE = -1;
    private static final double LATE_S = 0.5;
    private static final int WINDOW_S = 3;
    private static final int VALUES_PER_S = 40;
    /** Energy between beats over its almost highest value: some 0.06 of a heart at rest, 0.2 of noise. */
    private static final double RESTLESS_FROM = 0.06;

    private static final double RESTLESS_PER = 0.10;
    /** So long the energy of a beat is above that of rest; what is in the middle of the rest lies at this share of it. */
    private static final double BEAT_TAKES_S = 0.22;

    private static final double MIDDLE_OF_REST = 0.68;
    private static final double LEAST_REST = 0.1;
    /** A heart that stands still leaves a little noise, not a signal full of it. */
    private static final double STILL_SHARE = 0.4;

    /** Without a beat, what swings by so much of a usual beat may be beats that were not seen. */
    private static final double UNSEEN_SHARE = 0.15;

    private static final double USUAL_LEARNING = 0.1;
    private static final double UNLIKE_FROM = 0.01;
    private static final double UNLIKE_PER = 0.03;
    /** Where more of the intervals are far from their middle one, not even the rate is to be had. */
    private static final double MOST_SCATTERED = 0.3;

    private static final double MOST_RESTLESS = 1.8;
    private static final int FEW = 3;
    private static final double BEGINS_AT = 2.2;
    private static final double GOES_ON_AT = 1;
    private static final int GOES_ON_WITHIN_S = 8;
    private static final int BEGAN_BEFORE_S = 2;
    /** What lasts longer is told in pieces, so that nobody learns of a lost electrode only when it is back. */
    private static final int PIECE_S = 10;

    private static final double STILL_S = 1;
    private static final float STILL_MV = 0.0005f;
    private static final float SATURATED_MV = 3;

    private final double rateHz;
    private final Listener listener;
    private final float[] energies = new float[WINDOW_S * VALUES_PER_S];
    private final float[] sorted = new float[energies.length];
    private final RecentBeats beats = new RecentBeats();

    private long now;
    private float highest;
    private double nextValue;
    private int values;
    private long second;

    private float still;
    private long stillSince;
    private boolean stillInSecond;

    private double usualHigh;
    private long judged;
    private long doubtFrom = NONE;
    private long doubtTo = NONE;
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
            settle(Math.round((second - BEGAN_BEFORE_S) * rateHz));
        }
    }

    private void settle(long until) {
        if (until > judged) {
            listener.judged(judged, until, judged >= doubtTo || until <= doubtFrom);
            judged = until;
        }
    }

    /** A beat was found whose R peak lies at {@code at}. */
    void beat(long at, float similarity) {
        beats.add(at, similarity);
    }

    /** The signal ends here, or a gap begins. */
    void end() {
        settle(now);
        tell();
        judged = 0;
        doubtFrom = NONE;
        doubtTo = NONE;
        now = 0;
        second = 0;
        nextValue = 0;
        values = 0;
        beats.clear();
        stillSince = 0;
        stillInSecond = false;
    }

    private void judge() {
        boolean goesOn = doubtTo != NONE && second * rateHz - doubtTo < GOES_ON_WITHIN_S * rateHz;
        if (!goesOn) {
            tell();
        }
        if (stillInSecond) {
            boolean saturated = Math.abs(still) > SATURATED_MV;
            doubt(SignalQuality.UNUSABLE, saturated ? QualityReason.SATURATED : QualityReason.FLAT, 1, goesOn);
            return;
        }
        if (values < energies.length) {
            return;
        }
        int count = beats.between(secondsAgo(WINDOW_S), secondsAgo(0));
        if (isNoise(count, goesOn)) {
            SignalQuality left = beats.scattered() > MOST_SCATTERED ? SignalQuality.UNUSABLE : SignalQuality.RATE_ONLY;
            doubt(left, QualityReason.NOISE, BEGAN_BEFORE_S, goesOn);
        } else if (count > 0) {
            usualHigh += USUAL_LEARNING * (sorted[sorted.length - 2] - usualHigh);
        }
    }

    /**
     * A fast ventricular rhythm does not rest either; but its beats resemble each other, which those of noise do not. So
     * restlessness alone is no noise, unless there are no beats.
     */
    private boolean isNoise(int beatsInWindow, boolean goesOn) {
        double restless = restless(beatsInWindow);
        if (!beats.wasSince(secondsAgo(WINDOW_S + 1)) && highestButTheLastSecond() > UNSEEN_SHARE * usualHigh) {
            return true;
        }
        if (beatsInWindow < FEW) {
            return restless > (goesOn ? GOES_ON_AT : BEGINS_AT);
        }
        double unlike = Math.max(0, (beats.apart(secondsAgo(WINDOW_S), secondsAgo(0)) - UNLIKE_FROM) / UNLIKE_PER);
        double noise = Math.min(MOST_RESTLESS, restless) + unlike;
        return unlike > 0 && noise > (goesOn ? GOES_ON_AT : BEGINS_AT);
    }

    /** Fast hearts rest less: the median is taken of what their beats leave. */
    private double restless(int beatsInWindow) {
        System.arraycopy(energies, 0, sorted, 0, sorted.length);
        Arrays.sort(sorted);
        double rest = Math.max(LEAST_REST, 1 - beatsInWindow * BEAT_TAKES_S / WINDOW_S);
        double level = sorted[(int) (MIDDLE_OF_REST * rest * sorted.length)];
        double high = sorted[sorted.length - 2];
        return Math.max(0, (level / (Math.max(high, STILL_SHARE * usualHigh) + 1e-9) - RESTLESS_FROM) / RESTLESS_PER);
    }

    /** A beat of the last second may not be known yet. */
    private float highestButTheLastSecond() {
        float most = 0;
        for (int i = VALUES_PER_S + 1; i <= energies.length; i++) {
            most = Math.max(most, energies[(values - i) % energies.length]);
        }
        return most;
    }

    /** So long before the end of the second that is judged, in inside samples. */
    private double secondsAgo(int seconds) {
        return (second + 1 - seconds) * rateHz;
    }

    private void doubt(SignalQuality found, QualityReason why, int before, boolean goesOn) {
        long from = Math.max(0, Math.round((second - before) * rateHz));
        if (!goesOn) {
            doubtFrom = from;
        }
        if (stretchFrom == NONE) {
            stretchFrom = goesOn ? doubtTo : from;
            quality = SignalQuality.FULL;
        }
        if (found.compareTo(quality) > 0) {
            quality = found;
            reason = why;
        }
        stretchTo = Math.round((second + 1) * rateHz);
        doubtTo = stretchTo;
        if (stretchTo - stretchFrom >= PIECE_S * rateHz) {
            tell();
        }
    }

    private void tell() {
        if (stretchFrom != NONE) {
            listener.stretch(stretchFrom, Math.min(now, stretchTo), quality, reason);
        }
        stretchFrom = NONE;
    }
}
