package io.maimen.alerting.ecg;

/**
 * Finds QRS complexes in a stretch of signal. Peaks of the energy are candidates; a candidate is weighed some 170 ms later
 * against what beats and noise have lately been like, a weak one only after what follows it is known too. One pass, all
 * memory is given at the beginning. Not thread-safe.
 *
 * <p>Thresholds, search back and the refusal of T waves follow Hamilton and Tompkins (IEEE Trans Biomed Eng 1986); the
 * numbers were fitted to the records named in docs/ecg-accuracy.md, all with one set.
 */
final class QrsDetector {
    /** Hears of each complex: its R peak between two samples. */
    interface Listener {
        void complex(double rPeak);
    }

    /** Nobody's heart takes less than this between two beats. */
    private static final double REFRACTORY_S = 0.2;

    private static final double LEARNING_S = 2;
    private static final double NOISE_WHILE_LEARNING = 0.1;
    /** A peak ends when the energy fell to half, or after this time. */
    private static final double PEAK_S = 0.1;

    private static final double WAIT_S = 0.135;
    /** A candidate lower than the usual beat by this factor waits for what follows: a P wave comes before its beat. */
    private static final double WEAK = 0.98;

    private static final double WEAK_WAIT_S = 0.345;
    /** Of two candidates that far apart the second counts if it is not much lower: nothing like a QRS follows one so soon. */
    private static final double PAIR_FROM_S = 0.066;

    private static final double PAIR_TO_S = 0.235;
    private static final double PAIR_RATIO = 0.74;
    /** A T wave comes within this time after its beat and is less steep by this factor. */
    private static final double T_WAVE_S = 0.34;

    private static final double T_WAVE_SLOPE = 0.585;
    /** The threshold falls from the early to the late share of the way from noise to beats while the next beat is awaited. */
    private static final double EARLY_SHARE = 0.447;

    private static final double LATE_SHARE = 0.174;
    private static final double EARLY_S = 0.3;
    private static final double NOISE_FACTOR = 1.44;
    private static final double OVERDUE = 1.2;
    private static final double OVERDUE_HALF_LIFE_S = 0.69;
    private static final double SEARCH_BACK_AFTER = 1.37;
    private static final double SEARCH_BACK_EXTRA_S = 0.1;
    /** What is older is not told any more: it would look as if it were now. */
    private static final double SEARCH_BACK_TO_S = 1.3;

    private static final double SEARCH_BACK_SHARE = 0.133;
    private static final double SEARCH_BACK_NOISE = 1.67;
    /** Without a beat for so long a peak that stands out is one, if it is as high as a QRS of 0.1 mV: the wave became small. */
    private static final double STARTS_ANEW_AFTER_S = 3;

    private static final double STANDS_OUT = 3;
    private static final double MEAN_OVER_S = 3;
    private static final double LOWEST_QRS_MV_PER_S = 1.2;
    /** Without a beat for so long the level of beats is forgotten by half every two seconds. */
    private static final double FORGET_AFTER_S = 3.4;

    private static final double FORGET_STEP_S = 0.1;
    private static final long NONE = Long.MIN_VALUE / 2;
    private static final double FORGET_FACTOR = Math.pow(0.5, FORGET_STEP_S / 2);

    private final double rateHz;
    private final Listener listener;
    private final QrsEnergy energy;
    private final SmoothWave wave;
    private final EnergyPeaks peaks;
    private final MedianOfEight beatLevel = new MedianOfEight();
    private final MedianOfEight noiseLevel = new MedianOfEight();

    private long now = -1;
    private long learnedFor;
    private double learnedHeight;
    private boolean learned;

    private double meanEnergy;

    private double candidateHeight;
    private long candidateAt = NONE;
    private long decideAt;

    private double usualRrS = 0.8;
    private double lastSlope;
    private long last;

    private double missedHeight;
    private long missedAt = NONE;
    private long forgetAt;

    QrsDetector(double rateHz, SmoothWave wave, Listener listener) {
        this.rateHz = rateHz;
        this.wave = wave;
        this.listener = listener;
        energy = new QrsEnergy(rateHz);
        peaks = new EnergyPeaks((int) (rateHz * PEAK_S));
        begin();
    }

    /** A stretch begins: nothing of the signal before is known, but how tall beats were is. */
    void begin() {
        energy.rest();
        peaks.rest();
        now = -1;
        last = -Math.round(rateHz * usualRrS);
        candidateAt = NONE;
        missedAt = NONE;
        missedHeight = 0;
    }

    /** Takes one sample, which the wave must have taken before, and gives its energy in mV/s. */
    float step(float millivolts) {
        now++;
        float strength = energy.step(millivolts);
        meanEnergy += (strength - meanEnergy) / (MEAN_OVER_S * rateHz);
        if (peaks.step(strength, now)) {
            peak(peaks.height(), peaks.at());
        }
        if (candidateAt != NONE && now >= decideAt) {
            decide();
        }
        if (learned && candidateAt == NONE) {
            searchBack();
        }
        if (!learned && ++learnedFor >= LEARNING_S * rateHz) {
            learned = true;
            learn(learnedHeight);
            last = now - Math.round(rateHz * usualRrS);
        }
        return strength;
    }

    private void peak(double height, long at) {
        if (!learned) {
            learnedHeight = Math.max(learnedHeight, height);
            return;
        }
        if (candidateAt == NONE) {
            take(height, at, at + samples(WAIT_S));
            return;
        }
        double apart = seconds(at - candidateAt);
        boolean second = apart > PAIR_FROM_S && apart < PAIR_TO_S && height > PAIR_RATIO * candidateHeight;
        if (height > candidateHeight || second) {
            take(height, at, Math.max(decideAt, now + samples(WAIT_S / 2)));
        }
    }

    private void learn(double height) {
        beatLevel.fill(height);
        noiseLevel.fill(height * NOISE_WHILE_LEARNING);
    }

    private void take(double height, long at, long decideAt) {
        candidateHeight = height;
        candidateAt = at;
        this.decideAt = decideAt;
    }

    private void decide() {
        double height = candidateHeight;
        long at = candidateAt;
        candidateAt = NONE;
        double since = seconds(at - last);
        if (since < REFRACTORY_S) {
            return;
        }
        float slope = wave.steepest(at);
        if (since > STARTS_ANEW_AFTER_S && height > STANDS_OUT * meanEnergy && height > LOWEST_QRS_MV_PER_S) {
            learn(height);
            beat(height, at, slope);
            return;
        }
        boolean tWave = since < T_WAVE_S && slope < T_WAVE_SLOPE * lastSlope;
        if (height > threshold(since) && !tWave) {
            if (height < WEAK * beatLevel.median() && now < at + samples(WEAK_WAIT_S)) {
                take(height, at, at + samples(WEAK_WAIT_S));
            } else {
                beat(height, at, slope);
            }
            return;
        }
        noiseLevel.add(height);
        if (!tWave && (height > missedHeight || seconds(at - missedAt) > SEARCH_BACK_TO_S)) {
            missedHeight = height;
            missedAt = at;
        }
    }

    private double threshold(double since) {
        double waited = (since - EARLY_S) / Math.max(0.1, 0.9 * usualRrS - EARLY_S);
        double share = EARLY_SHARE + (LATE_SHARE - EARLY_SHARE) * Math.min(1, Math.max(0, waited));
        double overdue = since - OVERDUE * usualRrS;
        if (overdue > 0) {
            share *= Math.pow(0.5, overdue / OVERDUE_HALF_LIFE_S);
        }
        double noise = noiseLevel.median();
        return noise * NOISE_FACTOR + share * (beatLevel.median() - noise);
    }

    /** A beat is overdue: the highest of what was taken for noise may have been it. */
    private void searchBack() {
        double since = seconds(now - last);
        if (missedAt != NONE
                && seconds(now - missedAt) < SEARCH_BACK_TO_S
                && since > SEARCH_BACK_AFTER * usualRrS + SEARCH_BACK_EXTRA_S) {
            double noise = noiseLevel.median();
            if (missedHeight > noise * SEARCH_BACK_NOISE + SEARCH_BACK_SHARE * (beatLevel.median() - noise)) {
                beat(missedHeight, missedAt, wave.steepest(missedAt));
            }
        }
        if (since > FORGET_AFTER_S && now >= forgetAt) {
            forgetAt = now + samples(FORGET_STEP_S);
            beatLevel.scale(FORGET_FACTOR);
        }
    }

    private void beat(double height, long at, float slope) {
        double since = seconds(at - last);
        if (since < 2.5) {
            usualRrS += 0.125 * (Math.max(0.3, Math.min(1.6, since)) - usualRrS);
        }
        last = at;
        lastSlope = slope;
        beatLevel.add(height);
        missedHeight = 0;
        missedAt = NONE;
        listener.complex(energy.rPeak(at));
    }

    private long samples(double seconds) {
        return Math.round(seconds * rateHz);
    }

    private double seconds(long samples) {
        return samples / rateHz;
    }
}
