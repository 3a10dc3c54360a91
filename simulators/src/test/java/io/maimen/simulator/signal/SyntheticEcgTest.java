package io.maimen.simulator.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyntheticEcgTest {
    private static final int RATE_HZ = 250;

    @Test
    void theSameSeedGivesTheSameSignalHoweverItIsCut() {
        SyntheticEcg whole = new SyntheticEcg(7, RATE_HZ);
        SyntheticEcg cut = new SyntheticEcg(7, RATE_HZ);
        double[] joined = new double[1000];
        System.arraycopy(cut.next(137), 0, joined, 0, 137);
        System.arraycopy(cut.next(863), 0, joined, 137, 863);
        assertArrayEquals(whole.next(1000), joined);
    }

    @Test
    void anotherSeedGivesAnotherSignal() {
        assertFalse(Arrays.equals(new SyntheticEcg(7, RATE_HZ).next(500), new SyntheticEcg(8, RATE_HZ).next(500)));
    }

    @Test
    void itBeatsLikeAHeartAtRest() {
        List<Integer> peaks = peaks(new SyntheticEcg(1, RATE_HZ).next(RATE_HZ * 300));
        double perMinute = peaks.size() / 5.0;
        assertTrue(perMinute > 60 && perMinute < 85, perMinute + " /min");
    }

    @Test
    void itsIntervalsVaryAndSomeBeatComesEarly() {
        List<Integer> peaks = peaks(new SyntheticEcg(1, RATE_HZ).next(RATE_HZ * 300));
        List<Integer> intervals = new ArrayList<>();
        for (int i = 1; i < peaks.size(); i++) {
            intervals.add(peaks.get(i) - peaks.get(i - 1));
        }
        assertTrue(intervals.stream().distinct().count() > 10, "intervals must vary but were " + intervals);
        assertTrue(intervals.stream().anyMatch(samples -> samples < 150), "an early beat must be among " + intervals);
    }

    @Test
    void itStaysWithinWhatPaperShows() {
        for (double millivolts : new SyntheticEcg(3, RATE_HZ).next(RATE_HZ * 120)) {
            assertTrue(Math.abs(millivolts) < 2.5, millivolts + " mV");
        }
    }

    /** Local maxima above 0.6 mV, at least 0.3 s apart. */
    private static List<Integer> peaks(double[] samples) {
        List<Integer> peaks = new ArrayList<>();
        int last = -RATE_HZ;
        for (int i = 1; i < samples.length - 1; i++) {
            boolean top = samples[i] > 0.6 && samples[i] >= samples[i - 1] && samples[i] > samples[i + 1];
            if (top && i - last > 75) {
                peaks.add(i);
                last = i;
            }
        }
        return peaks;
    }
}
