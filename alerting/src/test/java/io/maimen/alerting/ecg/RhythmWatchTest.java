package io.maimen.alerting.ecg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Beats as letters: N from above, V from a ventricle; the time of one sample is one millisecond. */
class RhythmWatchTest {
    private static final double RATE_HZ = 1000;

    private final List<RhythmEpisode> told = new ArrayList<>();
    private final RhythmWatch watch = new RhythmWatch(RATE_HZ, told::add);
    private long now;
    private boolean known;

    @Test
    void steadyHeartGivesNothing() {
        beats("NNNNNNNNNNNNNNNNNNNNNNNNNNNNNN", 800);
        quietUntil(now + 2900);

        assertEquals(List.of(), told);
    }

    @Test
    void fewerThanFortyBeatsAMinuteAreSlowUntilThereAreMore() {
        beats("NNNNNNNN", 1000);
        long slowFrom = now;
        beats("NNNNNNNN", 1600);
        beats("NNNNNNNNNNNN", 900);

        assertEquals(2, told.size(), told.toString());
        assertEquals(Rhythm.BRADYCARDIA, told.get(0).rhythm());
        // Four slow intervals make the rate of the last four.
        assertEquals(slowFrom + 3 * 1600, told.get(0).from());
        assertEquals(OptionalLong.empty(), told.get(0).to());
        assertEquals(told.get(0).from(), told.get(1).from());
        assertEquals(true, told.get(1).to().isPresent());
    }

    @Test
    void fortyBeatsAMinuteAreNotSlow() {
        beats("NNNNNNNNNNNN", 1500);

        assertEquals(List.of(), told);
    }

    @Test
    void fastHeartIsToldAfterTenSeconds() {
        beats("NNNNN", 800);
        beats("N".repeat(21), 450);
        assertEquals(List.of(), told, "133 a minute, but for less than ten seconds");

        beats("N".repeat(20), 450);

        assertEquals(1, told.size());
        assertEquals(Rhythm.TACHYCARDIA, told.get(0).rhythm());
    }

    @Test
    void pauseIsToldWhileItLasts() {
        beats("NNNN", 800);
        long last = now;
        quietUntil(last + 3000);
        assertEquals(List.of(), told, "three seconds are not more than three");

        quietUntil(last + 3001);
        assertEquals(List.of(new RhythmEpisode(Rhythm.PAUSE, last, OptionalLong.empty(), last + 3001)), told);

        beats("N", 3500);
        assertEquals(new RhythmEpisode(Rhythm.PAUSE, last, OptionalLong.of(last + 3500), last + 3500), told.get(1));
    }

    @Test
    void pauseIsNotToldOfASignalThatNobodyCanTrust() {
        beats("NNNN", 800);
        watch.interrupt(now + 1000, now + 2000);
        quietUntil(now + 10_000);

        assertEquals(List.of(), told);
    }

    @Test
    void threeFastVentricularBeatsAreARun() {
        beats("NNNNN", 800);
        beats("V", 500);
        long first = now;
        beats("VV", 400);
        assertEquals(List.of(new RhythmEpisode(Rhythm.VENTRICULAR_RUN, first, OptionalLong.empty(), now)), told);

        long last = now;
        beats("N", 900);
        assertEquals(new RhythmEpisode(Rhythm.VENTRICULAR_RUN, first, OptionalLong.of(last), now), told.get(1));
    }

    @Test
    void slowVentricularBeatsAreNoRun() {
        beats("NNNN", 800);
        beats("VVVV", 1100);

        assertEquals(List.of(), told);
    }

    @Test
    void twoVentricularBeatsAreACoupletOnceTheNextIsKnown() {
        beats("NNNN", 800);
        beats("V", 500);
        long first = now;
        beats("V", 450);
        long second = now;
        assertEquals(List.of(), told, "it may become a run");

        beats("N", 900);

        assertEquals(
                List.of(
                        new RhythmEpisode(Rhythm.COUPLET, first, OptionalLong.empty(), now),
                        new RhythmEpisode(Rhythm.COUPLET, first, OptionalLong.of(second), now)),
                told);
    }

    @Test
    void everySecondBeatVentricularIsBigeminyFromTheSixthOn() {
        beats("NN", 800);
        long first = now;
        beats("VNVN", 600);
        assertEquals(List.of(), told);

        beats("V", 600);
        assertEquals(List.of(new RhythmEpisode(Rhythm.BIGEMINY, first, OptionalLong.empty(), now)), told);

        long last = now;
        beats("NN", 800);
        assertEquals(Rhythm.BIGEMINY, told.get(1).rhythm());
        assertEquals(OptionalLong.of(last + 800), told.get(1).to());
    }

    @Test
    void nothingIsDecidedAcrossAGap() {
        beats("NNNNN", 800);
        beats("VV", 400);
        gap(5000);
        beats("V", 400);
        beats("N", 800);

        assertEquals(List.of(), told, "neither a run, nor a couplet, nor a pause");
    }

    @Test
    void gapEndsWhatWasUnderWay() {
        beats("NNNNN", 800);
        beats("VVVV", 400);
        long last = now;
        gap(1000);

        assertEquals(2, told.size());
        assertEquals(OptionalLong.of(last), told.get(1).to());
    }

    private void beats(String letters, long apart) {
        for (int i = 0; i < letters.length(); i++) {
            now += apart;
            BeatClass beatClass = letters.charAt(i) == 'V' ? BeatClass.VENTRICULAR : BeatClass.NORMAL;
            watch.beat(new Beat(now, now, known ? apart / RATE_HZ : 0, beatClass), now);
            known = true;
        }
    }

    private void gap(long milliseconds) {
        watch.interrupt(now, now);
        now += milliseconds;
        known = false;
    }

    private void quietUntil(long sample) {
        watch.clear(sample, sample);
    }
}
