package io.maimen.simulator.signal;

import java.util.List;

/**
 * One heart beat of a synthetic ECG.
 *
 * @param peakAt seconds from the begin of the signal to the R peak
 * @param waves its waves, relative to the peak
 */
record Beat(double peakAt, boolean ventricular, List<Wave> waves) {
    /**
     * A Gaussian.
     *
     * @param millivolts height
     * @param centre seconds after the R peak
     * @param width standard deviation in seconds
     */
    record Wave(double millivolts, double centre, double width) {
        double at(double second) {
            double x = (second - centre) / width;
            return millivolts * Math.exp(-0.5 * x * x);
        }
    }

    /** A normal beat; P and T move closer when the interval before is shorter (Bazett: with its square root). */
    static Beat sinus(double peakAt, double intervalS, double strength) {
        double stretch = Math.sqrt(intervalS);
        return new Beat(
                peakAt,
                false,
                List.of(
                        new Wave(0.11 * strength, -0.175 * stretch, 0.022),
                        new Wave(-0.08 * strength, -0.026, 0.008),
                        new Wave(1.05 * strength, 0, 0.0105),
                        new Wave(-0.20 * strength, 0.027, 0.010),
                        // T rises slower than it falls.
                        new Wave(0.16 * strength, 0.26 * stretch, 0.050),
                        new Wave(0.14 * strength, 0.30 * stretch, 0.032)));
    }

    /** A beat of a heart whose atria fibrillate. */
    static Beat withoutP(double peakAt, double intervalS, double strength) {
        Beat sinus = sinus(peakAt, intervalS, strength);
        return new Beat(peakAt, false, sinus.waves().subList(1, sinus.waves().size()));
    }

    /** A premature ventricular beat: no P, wide and tall, T against the main deflection. */
    static Beat ventricular(double peakAt, double strength) {
        return new Beat(
                peakAt,
                true,
                List.of(
                        new Wave(1.35 * strength, 0, 0.034),
                        new Wave(-0.45 * strength, 0.085, 0.034),
                        new Wave(-0.38 * strength, 0.29, 0.062)));
    }

    double millivoltsAt(double second) {
        double sum = 0;
        for (Wave wave : waves) {
            sum += wave.at(second - peakAt);
        }
        return sum;
    }
}
