package io.maimen.alerting.ecg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The waves by which heart rate monitors are tested: steady rates, early beats in patterns, a rate that changes at once, a
 * heart that stands still. In the manner of ANSI/AAMI EC13 4.1.2.1; the waves are drawn here.
 */
class MonitorWavesTest {
    private static final int RATE_HZ = 250;
    private static final long SEED = 20261124;

    private final HeardEcg heard = new HeardEcg();
    private final EcgAnalysis analysis = new EcgAnalysis(RATE_HZ, heard);

    @ParameterizedTest
    @ValueSource(ints = {30, 40, 60, 80, 120, 160, 200, 240})
    void steadyRateIsShownToOneBeatAMinute(int beatsPerMinute) {
        play(SyntheticEcg.steady(RATE_HZ, 60, beatsPerMinute));

        assertEquals(beatsPerMinute, shown(), 1);
    }

    /** Ventricular bigeminy; the same at half the speed, and faster; two ventricular beats with one from above between. */
    @ParameterizedTest(name = "{0}: {3} a minute")
    @CsvSource({
        "3a ventricular bigeminy,         NV,   500 1000,      80",
        "3b slow alternating bigeminy,    NNVV, 1200 1200 600 1000, 60",
        "3c rapid alternating bigeminy,   NNVV, 500 500 400 600,    120",
        "3d bidirectional systoles,       NV,   667 667,       90"
    })
    void patternIsCountedAsItsMean(String name, String letters, String apartMs, int beatsPerMinute) {
        SyntheticEcg ecg = new SyntheticEcg(RATE_HZ, 60);
        String[] apart = apartMs.split(" ", -1);
        double at = 0.5;
        for (int i = 0; at < 59.5; i++) {
            if (letters.charAt(i % letters.length()) == 'V') {
                ecg.ventricular(at);
            } else {
                ecg.normal(at);
            }
            at += Integer.parseInt(apart[i % apart.length]) / 1000.0;
        }

        play(ecg);

        assertEquals(beatsPerMinute, shown(), 2, name);
    }

    @ParameterizedTest
    @ValueSource(ints = {120, 40})
    void rateThatChangesAtOnceIsShownWithinSevenSeconds(int beatsPerMinute) {
        SyntheticEcg ecg = new SyntheticEcg(RATE_HZ, 40);
        double at = 0.5;
        while (at < 20) {
            ecg.normal(at);
            at += 0.75;
        }
        double changed = at - 0.75;
        for (at = changed + 60.0 / beatsPerMinute; at < 39.5; at += 60.0 / beatsPerMinute) {
            ecg.normal(at);
        }
        int[] samples = hummed(ecg.microvolts());

        // The rate waits three seconds for the quality of the signal.
        analysis.samples(samples, 0, (int) ((changed + 7 + 3.5) * RATE_HZ));

        assertEquals(beatsPerMinute, shown(), 5);
    }

    @Test
    void heartThatStandsStillIsToldWithinSevenSeconds() {
        SyntheticEcg ecg = new SyntheticEcg(RATE_HZ, 40);
        for (double at = 0.5; at <= 20; at += 0.75) {
            ecg.normal(at);
        }

        play(ecg);

        RhythmEpisode pause = heard.episodes.get(0);
        assertEquals(Rhythm.PAUSE, pause.rhythm());
        assertEquals(20.0 * RATE_HZ, (double) pause.from(), 0.2 * RATE_HZ);
        assertTrue(pause.knownAt() - pause.from() <= 7 * RATE_HZ, pause.toString());
    }

    /** The beats before a short pause must not be taken for beats that were not seen in it. */
    @ParameterizedTest
    @ValueSource(doubles = {3.6, 4.4, 5.1, 6.3})
    void pauseThatEndsIsToldAndLeavesTheSignalTrusted(double pauseS) {
        SyntheticEcg ecg = new SyntheticEcg(RATE_HZ, 60);
        for (double at = 0.5; at <= 20; at += 0.75) {
            ecg.normal(at);
        }
        for (double at = 20 + pauseS; at < 59.5; at += 0.75) {
            ecg.normal(at);
        }

        play(ecg);
        analysis.end();

        assertEquals(List.of(Rhythm.PAUSE, Rhythm.PAUSE), rhythms());
        assertEquals(List.of(), heard.stretches);
    }

    @Test
    void fastHeartIsToldTenSecondsAndTheQualitysDelayAfterItBegan() {
        SyntheticEcg ecg = new SyntheticEcg(RATE_HZ, 60);
        for (double at = 0.5; at < 20; at += 0.75) {
            ecg.normal(at);
        }
        for (double at = 20.2; at < 59; at += 0.4) {
            ecg.normal(at, 0.13, 0.2);
        }

        play(ecg);

        assertEquals(List.of(Rhythm.TACHYCARDIA), rhythms());
        assertTrue(heard.episodes.get(0).knownAt() < 40 * RATE_HZ, heard.episodes.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {195, 206})
    void ventricularTachycardiaIsToldWithinSevenSeconds(int beatsPerMinute) {
        SyntheticEcg ecg = new SyntheticEcg(RATE_HZ, 40);
        for (double at = 0.5; at < 20; at += 0.75) {
            ecg.normal(at);
        }
        for (double at = 20; at < 39; at += 60.0 / beatsPerMinute) {
            ecg.ventricular(at);
        }

        play(ecg);

        RhythmEpisode run = heard.episodes.get(0);
        assertEquals(Rhythm.VENTRICULAR_RUN, run.rhythm());
        assertTrue(run.knownAt() <= (20 + 7) * RATE_HZ, run.toString());
    }

    @Test
    void noiseIsNoRhythm() {
        int[] ecg = SyntheticEcg.steady(RATE_HZ, 60, 75).microvolts();
        Random random = new Random(SEED);
        double smooth = 0;
        for (int i = 20 * RATE_HZ; i < 40 * RATE_HZ; i++) {
            smooth += 0.3 * (random.nextGaussian() - smooth);
            ecg[i] += (int) Math.round(1500 * smooth);
        }

        analysis.samples(hummed(ecg), 0, ecg.length);
        analysis.end();

        assertEquals(List.of(), heard.episodes, "seed " + SEED);
    }

    @Test
    void noDecisionSpansAGap() {
        int[] ecg = hummed(SyntheticEcg.steady(RATE_HZ, 30, 75).microvolts());
        for (int i = 0; i < 5; i++) {
            analysis.samples(ecg, 0, ecg.length);
            analysis.gap(20L * RATE_HZ);
        }
        analysis.end();

        assertEquals(List.of(), heard.episodes, "neither pauses nor slow hearts come of gaps");
    }

    private void play(SyntheticEcg ecg) {
        int[] samples = hummed(ecg.microvolts());
        analysis.samples(samples, 0, samples.length);
    }

    private double shown() {
        return analysis.beatsPerMinute().orElseThrow();
    }

    private List<Rhythm> rhythms() {
        return heard.episodes.stream().map(RhythmEpisode::rhythm).toList();
    }

    /** No electrode is without a little hum and hiss. */
    private static int[] hummed(int[] ecg) {
        Random random = new Random(SEED);
        for (int i = 0; i < ecg.length; i++) {
            ecg[i] += (int) Math.round(15 * Math.sin(2 * Math.PI * 50 * i / RATE_HZ) + 5 * random.nextGaussian());
        }
        return ecg;
    }
}
