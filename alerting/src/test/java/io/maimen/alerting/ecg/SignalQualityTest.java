package io.maimen.alerting.ecg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalQualityTest {
    private static final int RATE_HZ = 250;
    private static final long SEED = 20261124;
    private final HeardEcg heard = new HeardEcg();
    private final List<QualityStretch> stretches = heard.stretches;

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 120, 160})
    void cleanSignalIsOfFullQuality(int beatsPerMinute) {
        analyse(withHum(SyntheticEcg.steady(RATE_HZ, 60, beatsPerMinute).microvolts()));

        assertEquals(List.of(), stretches);
    }

    @Test
    void muscleNoiseAllowsNoMoreThanTheRate() {
        int[] ecg = withHum(SyntheticEcg.steady(RATE_HZ, 60, 75).microvolts());
        Random random = new Random(SEED);
        double smooth = 0;
        for (int i = 20 * RATE_HZ; i < 40 * RATE_HZ; i++) {
            smooth += 0.3 * (random.nextGaussian() - smooth);
            ecg[i] += (int) Math.round(1200 * smooth);
        }

        analyse(ecg);

        String all = "seed " + SEED + ": " + stretches;
        assertTrue(stretches.stream().allMatch(stretch -> stretch.reason() == QualityReason.NOISE), all);
        assertEquals(20.0 * RATE_HZ, (double) stretches.get(0).from(), 3 * RATE_HZ, all);
        assertEquals(
                40.0 * RATE_HZ, (double) stretches.get(stretches.size() - 1).to(), 3 * RATE_HZ, all);
    }

    /** A doctor learns of a lost electrode while it is lost: at the latest every ten seconds. */
    @Test
    void whatLastsIsToldInPiecesThatJoin() {
        int[] ecg = withHum(SyntheticEcg.steady(RATE_HZ, 60, 75).microvolts());
        Arrays.fill(ecg, 20 * RATE_HZ, 60 * RATE_HZ, 20_000);
        EcgAnalysis analysis = new EcgAnalysis(RATE_HZ, heard);

        analysis.samples(ecg, 0, 45 * RATE_HZ);

        assertEquals(2, stretches.size(), stretches.toString());
        assertEquals(stretches.get(0).to(), stretches.get(1).from());
        assertTrue(stretches.get(1).to() >= 45 * RATE_HZ - 11 * RATE_HZ, stretches.toString());
    }

    @Test
    void lineThatStandsStillIsToldAndMayBeAStandstillOfTheHeart() {
        int[] ecg = withHum(SyntheticEcg.steady(RATE_HZ, 40, 75).microvolts());
        Arrays.fill(ecg, 20 * RATE_HZ, 30 * RATE_HZ, ecg[20 * RATE_HZ]);

        analyse(ecg);

        assertEquals(SignalQuality.UNUSABLE, stretches.get(0).quality());
        assertEquals(QualityReason.FLAT, stretches.get(0).reason());
        assertEquals(20.0 * RATE_HZ, (double) stretches.get(0).from(), 2 * RATE_HZ);
    }

    @Test
    void amplifierAtItsEndMakesTheSignalUnusable() {
        int[] ecg = withHum(SyntheticEcg.steady(RATE_HZ, 40, 75).microvolts());
        Arrays.fill(ecg, 20 * RATE_HZ, 30 * RATE_HZ, 20_000);

        analyse(ecg);

        assertEquals(SignalQuality.UNUSABLE, stretches.get(0).quality());
        assertEquals(QualityReason.SATURATED, stretches.get(0).reason());
    }

    @Test
    void stretchEndsWhereAGapBegins() {
        int[] ecg = withHum(SyntheticEcg.steady(RATE_HZ, 40, 75).microvolts());
        Arrays.fill(ecg, 15 * RATE_HZ, 20 * RATE_HZ, 20_000);
        EcgAnalysis analysis = new EcgAnalysis(RATE_HZ, heard);
        analysis.samples(ecg, 0, 20 * RATE_HZ);
        analysis.gap(10 * RATE_HZ);

        assertEquals(1, stretches.size());
        assertTrue(stretches.get(0).to() <= 20 * RATE_HZ, stretches.toString());
    }

    @Test
    void stretchWithoutAnythingToTellIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new QualityStretch(0, 10, SignalQuality.FULL, QualityReason.NOISE));
        assertThrows(
                IllegalArgumentException.class,
                () -> new QualityStretch(10, 10, SignalQuality.RATE_ONLY, QualityReason.NOISE));
    }

    /** No electrode is without a little hum and hiss: 50 Hz of 20 microvolts. */
    private static int[] withHum(int[] ecg) {
        Random random = new Random(SEED);
        for (int i = 0; i < ecg.length; i++) {
            ecg[i] += (int) Math.round(20 * Math.sin(2 * Math.PI * 50 * i / RATE_HZ) + 5 * random.nextGaussian());
        }
        return ecg;
    }

    private void analyse(int[] microvolts) {
        EcgAnalysis analysis = new EcgAnalysis(RATE_HZ, heard);
        analysis.samples(microvolts, 0, microvolts.length);
        analysis.end();
    }
}
