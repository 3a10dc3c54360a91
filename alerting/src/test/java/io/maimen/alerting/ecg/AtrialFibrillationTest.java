package io.maimen.alerting.ecg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beats whose samples are milliseconds. */
class AtrialFibrillationTest {
    private static final long SEED = 20261124;

    private final List<RhythmEpisode> told = new ArrayList<>();
    private final AtrialFibrillation fibrillation = new AtrialFibrillation(told::add);
    private final Random random = new Random(SEED);
    private long now;

    @Test
    void steadyHeartDoesNotFibrillate() {
        for (int i = 0; i < 300; i++) {
            beat(800 + (int) Math.round(10 * random.nextGaussian()), BeatClass.NORMAL);
        }

        assertEquals(List.of(), told, "seed " + SEED);
    }

    @Test
    void irregularHeartMayFibrillateFromWhereItBeganToWhereItEnded() {
        steady(100);
        long began = now;
        irregular(100);
        long ended = now;
        steady(100);

        assertEquals(2, told.size(), "seed " + SEED);
        assertEquals(Rhythm.ATRIAL_FIBRILLATION, told.get(0).rhythm());
        assertEquals(OptionalLong.empty(), told.get(0).to());
        assertEquals((double) began, (double) told.get(0).from(), 12_000, "seed " + SEED);
        assertEquals((double) ended, (double) told.get(1).to().orElseThrow(), 12_000, "seed " + SEED);
    }

    @Test
    void fibrillationIsToldWithinAMinute() {
        steady(60);
        long began = now;
        irregular(100);

        assertTrue(told.get(0).knownAt() - began < 60_000, told.toString());
    }

    @ParameterizedTest
    @ValueSource(doubles = {4, 4.6, 5, 5.5, 6.3, 8, 12})
    void swingWithTheBreathIsNoFibrillation(double beatsABreath) {
        for (int i = 0; i < 300; i++) {
            double swing = 110 * Math.sin(2 * Math.PI * i / beatsABreath);
            beat(850 + (int) Math.round(swing + 8 * random.nextGaussian()), BeatClass.NORMAL);
        }

        assertEquals(List.of(), told);
    }

    @Test
    void twoOrThreeIntervalsByTurnsAreAPatternAlsoWhereClassesAreUnknown() {
        for (int i = 0; i < 200; i++) {
            beat(i % 2 == 0 ? 520 : 980, BeatClass.NORMAL);
        }
        for (int i = 0; i < 200; i++) {
            beat(i % 3 == 0 ? 1000 : i % 3 == 1 ? 780 : 540, BeatClass.NORMAL);
        }

        assertEquals(List.of(), told);
    }

    @Test
    void ventricularBeatsAtRandomAreNoFibrillation() {
        for (int i = 0; i < 300; i++) {
            if (random.nextInt(4) == 0) {
                beat(450 + random.nextInt(100), BeatClass.VENTRICULAR);
                beat(1100, BeatClass.NORMAL);
            } else {
                beat(800, BeatClass.NORMAL);
            }
        }

        assertEquals(List.of(), told, "seed " + SEED);
    }

    /** Their shape is that of the others, so only the pattern early then late can tell. */
    @ParameterizedTest
    @ValueSource(ints = {5, 15, 25, 40})
    void earlyAtrialBeatsAtRandomAreNoFibrillation(int percent) {
        for (int i = 0; i < 400; i++) {
            if (random.nextInt(100) < percent) {
                beat(440 + random.nextInt(200), BeatClass.NORMAL);
                beat(840, BeatClass.NORMAL);
            } else {
                beat(800 + (int) Math.round(15 * random.nextGaussian()), BeatClass.NORMAL);
            }
        }

        assertEquals(List.of(), told, "seed " + SEED);
    }

    @Test
    void nothingIsDecidedAcrossAGap() {
        for (int i = 0; i < 20; i++) {
            irregular(12);
            fibrillation.interrupt(now);
            now += 5000;
        }

        assertEquals(List.of(), told, "a dozen beats between gaps say nothing");
    }

    @Test
    void gapEndsAnEpisode() {
        irregular(120);
        long last = now;
        fibrillation.interrupt(now);

        assertEquals(2, told.size(), "seed " + SEED);
        assertEquals(OptionalLong.of(last), told.get(1).to());
    }

    private void steady(int beats) {
        for (int i = 0; i < beats; i++) {
            beat(800 + random.nextInt(10), BeatClass.NORMAL);
        }
    }

    private void irregular(int beats) {
        for (int i = 0; i < beats; i++) {
            beat(420 + random.nextInt(560), BeatClass.NORMAL);
        }
    }

    private void beat(int milliseconds, BeatClass beatClass) {
        now += milliseconds;
        fibrillation.beat(new Beat(now, now, milliseconds / 1000.0, beatClass), now);
    }
}
