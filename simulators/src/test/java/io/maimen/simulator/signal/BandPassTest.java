package io.maimen.simulator.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BandPassTest {
    private static final double RATE_HZ = 360;

    /** At its corners a Butterworth filter lets 71 % through; well inside nearly all, well outside nearly nothing. */
    @ParameterizedTest
    @CsvSource({"0.07, 0.01", "0.7, 0.707", "8, 1.0", "40, 0.707", "160, 0.02"})
    void sineIsLetThroughAsItsFrequencySays(double hz, double share) {
        double[] sine = new double[60 * 360];
        Arrays.setAll(sine, i -> Math.sin(2 * Math.PI * hz * i / RATE_HZ));

        double[] out = new BandPass(0.7, 40).filter(sine, RATE_HZ);

        double power = Arrays.stream(out, out.length / 2, out.length)
                .map(value -> value * value)
                .average()
                .orElseThrow();
        assertEquals(share, Math.sqrt(2 * power), 0.02);
    }

    @Test
    void constantIsNothing() {
        double[] flat = new double[1000];
        Arrays.fill(flat, 5);

        assertEquals(
                0,
                Arrays.stream(new BandPass(0.7, 40).filter(flat, RATE_HZ)).max().orElseThrow(),
                1e-12);
    }

    @Test
    void bandThatLetsNothingThroughIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new BandPass(40, 0.7));
        assertThrows(IllegalArgumentException.class, () -> new BandPass(0.7, 70).filter(new double[10], 130));
    }
}
