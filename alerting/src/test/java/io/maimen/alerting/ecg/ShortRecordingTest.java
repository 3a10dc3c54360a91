package io.maimen.alerting.ecg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Half a minute of a hand-held device. */
class ShortRecordingTest {
    private static final double RATE_HZ = 300;
    private static final int SECONDS = 30;
    private static final long SEED = 20261124;

    private final Random random = new Random(SEED);

    @Test
    void steadyBeatsWithPWavesAreNoFibrillation() {
        assertEquals(FibrillationFinding.NOT_FOUND, finding(SyntheticEcg.steady(RATE_HZ, SECONDS, 75)));
    }

    @Test
    void irregularBeatsWithoutPWavesMayBeFibrillation() {
        SyntheticEcg ecg = new SyntheticEcg(RATE_HZ, SECONDS);
        for (double at = 0.5; at < SECONDS - 0.5; at += 0.4 + 0.5 * random.nextDouble()) {
            ecg.bell(at, 1.2, 0.011).bell(at + 0.03, -0.25, 0.011).bell(at + 0.25, 0.25, 0.045);
        }

        assertEquals(FibrillationFinding.POSSIBLE, finding(ecg), "seed " + SEED);
    }

    @Test
    void noiseWithoutBeatsIsUndecided() {
        int[] noise = new int[300 * SECONDS];
        for (int i = 1; i < noise.length; i++) {
            noise[i] = (int) Math.round(0.9 * noise[i - 1] + 300 * random.nextGaussian());
        }

        assertEquals(FibrillationFinding.UNDECIDED, ShortRecording.fibrillation(noise, RATE_HZ), "seed " + SEED);
    }

    @Test
    void nothingIsUndecided() {
        assertEquals(FibrillationFinding.UNDECIDED, ShortRecording.fibrillation(new int[0], RATE_HZ));
        assertEquals(FibrillationFinding.UNDECIDED, ShortRecording.fibrillation(new int[300], RATE_HZ));
    }

    @Test
    void rateThatCannotBeAnalysedIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ShortRecording.fibrillation(new int[300], 50));
    }

    private FibrillationFinding finding(SyntheticEcg ecg) {
        int[] samples = ecg.microvolts();
        for (int i = 0; i < samples.length; i++) {
            samples[i] += (int) Math.round(8 * random.nextGaussian());
        }
        return ShortRecording.fibrillation(samples, RATE_HZ);
    }
}
