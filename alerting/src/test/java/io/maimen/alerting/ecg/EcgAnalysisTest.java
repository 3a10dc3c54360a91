package io.maimen.alerting.ecg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EcgAnalysisTest {
    private static final double LEARNING_S = 2;
    private final HeardEcg heard = new HeardEcg();
    private final List<Beat> beats = heard.beats;

    @ParameterizedTest
    @ValueSource(ints = {30, 40, 60, 80, 120, 160, 200, 240})
    void steadyRhythmIsCountedToOneBeatAMinute(int beatsPerMinute) {
        int[] ecg = SyntheticEcg.steady(250, 60, beatsPerMinute).microvolts();

        analyse(250, ecg);

        beats.subList(2, beats.size())
                .forEach(beat -> assertEquals(beatsPerMinute, 60 / beat.rrSeconds(), 1, beat.toString()));
        assertEquals(beatsPerMinute * (59.7 - LEARNING_S) / 60, beats.size(), 2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {100, 125, 128, 130.16, 180, 200, 250, 256, 300, 360, 500, 512, 1000})
    void everyRateFindsTheSameBeatsWithinTwentyMilliseconds(double rateHz) {
        analyse(rateHz, SyntheticEcg.steady(rateHz, 30, 72).microvolts());

        assertEquals(33, beats.size(), 1);
        for (Beat beat : beats) {
            double beatsSinceFirst = (beat.sample() / rateHz - 0.5) / (60.0 / 72);
            assertEquals(0, (beatsSinceFirst - Math.rint(beatsSinceFirst)) * 60 / 72, 0.02, beat.toString());
        }
    }

    @Test
    void electrodesTheWrongWayRoundShowTheSameBeats() {
        SyntheticEcg ecg = SyntheticEcg.steady(250, 30, 72);
        List<Beat> upright = List.copyOf(analyse(250, ecg.microvolts()));

        assertEquals(upright, analyse(250, ecg.upsideDown()));
    }

    @Test
    void tallTWaveIsNotABeat() {
        SyntheticEcg ecg = new SyntheticEcg(250, 30);
        for (double at = 0.5; at < 29; at += 0.75) {
            ecg.normal(at).bell(at + 0.28, 0.9, 0.045);
        }

        assertEquals(36, analyse(250, ecg.microvolts()).size(), 1);
    }

    @Test
    void wideEarlyBeatIsABeat() {
        SyntheticEcg ecg = new SyntheticEcg(250, 31);
        for (double at = 0.5; at < 30; at += 1.6) {
            ecg.normal(at).ventricular(at + 0.55);
        }

        assertEquals(36, analyse(250, ecg.microvolts()).size(), 1);
    }

    @Test
    void rateThatFallsToHalfIsFollowedAtOnce() {
        SyntheticEcg ecg = new SyntheticEcg(250, 40);
        for (double at = 0.5; at < 20; at += 0.75) {
            ecg.normal(at);
        }
        for (double at = 20.75; at < 39; at += 1.5) {
            ecg.normal(at);
        }

        long slow = analyse(250, ecg.microvolts()).stream()
                .filter(beat -> beat.sample() > 20.9 * 250)
                .filter(beat -> Math.abs(beat.rrSeconds() - 1.5) < 0.02)
                .count();

        assertEquals(12, slow);
    }

    @Test
    void beatsOfATenthOfTheHeightAreFoundAgain() {
        SyntheticEcg ecg = new SyntheticEcg(250, 60);
        for (double at = 0.5; at < 59; at += 0.75) {
            double height = at < 20 ? 2.0 : 0.2;
            ecg.bell(at, height, 0.011);
        }

        long small = analyse(250, ecg.microvolts()).stream()
                .filter(beat -> beat.sample() > 30 * 250)
                .count();

        assertEquals(38, (double) small, 2);
    }

    @Test
    void stillHeartHasNoBeats() {
        SyntheticEcg ecg = new SyntheticEcg(250, 60);
        for (double at = 0.5; at < 20; at += 0.75) {
            ecg.normal(at);
        }

        analyse(250, ecg.microvolts());

        assertTrue(beats.get(beats.size() - 1).sample() < 20 * 250, "no beat is invented where there is none");
    }

    @Test
    void intervalAcrossAGapIsNotGiven() {
        int[] ecg = SyntheticEcg.steady(250, 40, 75).microvolts();
        EcgAnalysis analysis = new EcgAnalysis(250, heard);
        analysis.samples(ecg, 0, 20 * 250);
        analysis.gap(5 * 250);
        analysis.samples(ecg, 25 * 250, ecg.length);
        analysis.end();

        Beat after = beats.stream()
                .filter(beat -> beat.sample() >= 25 * 250)
                .findFirst()
                .orElseThrow();
        assertEquals(0, after.rrSeconds());
        assertEquals(25.3 * 250, (double) after.sample(), 0.8 * 250, "the first or second beat after it");
        assertTrue(beats.stream().noneMatch(beat -> beat.sample() >= 20 * 250 && beat.sample() < 25 * 250));
        assertTrue(
                beats.stream().noneMatch(beat -> beat.sample() < 20 * 250 && beat.knownAt() >= 20 * 250),
                "what came before is decided before");
    }

    @Test
    void lastBeatIsKnownWhenTheRecordingEnds() {
        SyntheticEcg ecg = new SyntheticEcg(250, 20);
        for (double at = 0.5; at < 20; at += 0.75) {
            ecg.normal(at);
        }
        analyse(250, ecg.microvolts());

        assertEquals(19.25 * 250, (double) beats.get(beats.size() - 1).sample(), 5);
    }

    @Test
    void beatIsKnownWithinHalfASecond() {
        analyse(250, SyntheticEcg.steady(250, 60, 70).microvolts());

        beats.forEach(beat -> assertTrue(beat.knownAt() - beat.sample() <= 125, beat.toString()));
    }

    @Property(tries = 60)
    void samplesInAnyPiecesGiveTheSameBeats(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 400) Integer> sizes) {
        int[] ecg = SyntheticEcg.steady(360, 20, 83).microvolts();
        List<Beat> whole = List.copyOf(analyse(360, ecg));

        beats.clear();
        EcgAnalysis analysis = new EcgAnalysis(360, heard);
        int at = 0;
        for (int piece = 0; at < ecg.length; piece++) {
            int to = Math.min(ecg.length, at + sizes.get(piece % sizes.size()));
            analysis.samples(ecg, at, to);
            at = to;
        }
        analysis.end();

        assertEquals(
                whole.stream().map(Beat::sample).toList(),
                beats.stream().map(Beat::sample).toList());
        assertEquals(
                whole.stream().map(Beat::rrSeconds).toList(),
                beats.stream().map(Beat::rrSeconds).toList());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 99.9, 1000.1, Double.NaN})
    void rateThatCannotBeAnalysedIsRefused(double rateHz) {
        String message = assertThrows(IllegalArgumentException.class, () -> new EcgAnalysis(rateHz, heard))
                .getMessage();

        assertTrue(message.startsWith("ALR-040 samplesPerSecond must be 100 to 1000 but was " + rateHz), message);
    }

    private List<Beat> analyse(double rateHz, int[] microvolts) {
        beats.clear();
        EcgAnalysis analysis = new EcgAnalysis(rateHz, heard);
        analysis.samples(microvolts, 0, microvolts.length);
        analysis.end();
        return beats;
    }
}
