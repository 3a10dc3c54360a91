package io.maimen.simulator.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplerTest {
    private static final int SECONDS = 10;
    private final Resampler resampler = new Resampler(360, 250);

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 5, 17.3, 40, 75, 100})
    void whatAnEcgConsistsOfKeepsItsTimeAndHeight(double hz) {
        double[] output = resampler.resample(sine(hz, 360));
        double[] wanted = sine(hz, 250);
        assertEquals(wanted.length, output.length);
        for (int i = 250; i < output.length - 250; i++) {
            assertEquals(wanted[i], output[i], 0.01, hz + " Hz at sample " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {136, 150, 170})
    void whatTheNewRateCannotHoldDoesNotFoldBack(double hz) {
        double[] output = resampler.resample(sine(hz, 360));
        for (int i = 250; i < output.length - 250; i++) {
            assertEquals(0, output[i], 0.01, hz + " Hz at sample " + i);
        }
    }

    @Test
    void aLineStaysALine() {
        for (double sample : resampler.resample(new double[] {0.7, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7})) {
            assertEquals(0.7, sample, 1e-12);
        }
    }

    @Test
    void aRateCanRiseToo() {
        assertTrue(new Resampler(130, 250).resample(sine(10, 130)).length == 250 * SECONDS);
    }

    private static double[] sine(double hz, int rateHz) {
        double[] samples = new double[rateHz * SECONDS];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = Math.sin(2 * Math.PI * hz * i / rateHz);
        }
        return samples;
    }
}
