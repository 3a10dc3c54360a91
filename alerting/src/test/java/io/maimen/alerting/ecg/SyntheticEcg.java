package io.maimen.alerting.ecg;

import java.util.stream.IntStream;

/** Heart beats drawn with a pen: P, QRS and T are bells of known height and width, so where each R peak lies is known. */
final class SyntheticEcg {
    private final double rateHz;
    private final int[] microvolts;

    SyntheticEcg(double rateHz, double seconds) {
        this.rateHz = rateHz;
        microvolts = new int[(int) (rateHz * seconds)];
    }

    /** Beats from 0.5 s to the end at a steady rate. */
    static SyntheticEcg steady(double rateHz, double seconds, double beatsPerMinute) {
        SyntheticEcg ecg = new SyntheticEcg(rateHz, seconds);
        for (double at = 0.5; at < seconds - 0.3; at += 60 / beatsPerMinute) {
            ecg.normal(at, Math.min(0.17, 60 / beatsPerMinute * 0.4), Math.min(0.28, 60 / beatsPerMinute * 0.5));
        }
        return ecg;
    }

    /** P wave 170 ms before, QRS of 1.2 mV, T wave of 0.3 mV 280 ms after. */
    SyntheticEcg normal(double atSeconds) {
        return normal(atSeconds, 0.17, 0.28);
    }

    /** As that, with the times of P and T wave, which come nearer in a fast heart. */
    SyntheticEcg normal(double atSeconds, double pBefore, double tAfter) {
        bell(atSeconds - pBefore, 0.15, 0.022);
        return bell(atSeconds, 1.2, 0.011).bell(atSeconds + 0.03, -0.25, 0.011).bell(atSeconds + tAfter, 0.3, 0.045);
    }

    /** Wide, without P wave, its T wave in the other direction. */
    SyntheticEcg ventricular(double atSeconds) {
        return bell(atSeconds, -1.6, 0.034).bell(atSeconds + 0.3, 0.5, 0.06);
    }

    SyntheticEcg bell(double atSeconds, double millivolts, double widthSeconds) {
        int from = (int) Math.max(0, (atSeconds - 5 * widthSeconds) * rateHz);
        int to = (int) Math.min(microvolts.length, (atSeconds + 5 * widthSeconds) * rateHz);
        for (int i = from; i < to; i++) {
            double away = (i / rateHz - atSeconds) / widthSeconds;
            microvolts[i] += (int) Math.round(millivolts * 1000 * Math.exp(-away * away / 2));
        }
        return this;
    }

    int[] microvolts() {
        return microvolts.clone();
    }

    /** With every sample turned upside down, as by swapped electrodes. */
    int[] upsideDown() {
        return IntStream.of(microvolts).map(sample -> -sample).toArray();
    }
}
