package io.maimen.simulator.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.simulator.wfdb.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StretchesTest {
    private static final Set<String> FIBRILLATION = Set.of("(AFIB");

    @Test
    void rhythmLastsUntilTheNextIsNoted() {
        Stretches stretches = Stretches.ofRhythm(
                List.of(noted(10, "(AFIB\0"), noted(40, "(N"), noted(70, "(AFIB")), FIBRILLATION, 100);

        assertEquals(60, stretches.samples());
        assertTrue(stretches.contain(10));
        assertFalse(stretches.contain(40));
        assertTrue(stretches.contain(99));
    }

    @Test
    void whatOthersHaveInCommonIsTakenAway() {
        Stretches left = stretches(0, 100).without(stretches(20, 30, 90, 200));

        assertArrayEquals(new long[] {0, 20}, left.pieces().get(0));
        assertArrayEquals(new long[] {30, 90}, left.pieces().get(1));
    }

    @Test
    void episodesMeetWhereTheyOverlapAndNotWhereTheyTouch() {
        assertEquals(1, stretches(0, 10, 20, 30).meeting(stretches(10, 15, 29, 40)));
        assertEquals(5, stretches(0, 10).samplesIn(stretches(5, 20)));
    }

    /** 100 beats: AF noted from 20 to 60, found from 30 to 70; 10 samples a second, so both last less than 30 s. */
    @Test
    void beatsAreCountedOnFourSides() {
        List<LabelledBeat> beats = LongStream.range(0, 100)
                .mapToObj(sample -> new LabelledBeat(sample, BeatLabel.NORMAL))
                .toList();

        AfScore score = AfScore.of(beats, stretches(20, 60), stretches(30, 70), stretches(90, 100), 10, 10);

        assertEquals(30, score.truePositive());
        assertEquals(10, score.falseNegative());
        assertEquals(10, score.falsePositive());
        assertEquals(30, score.trueNegative(), "ten before the count begins, ten left out");
        assertEquals(0, score.episodes());
        assertEquals(75.0, Percent.of(score.secondsFound(), score.seconds()));
    }

    private static Stretches stretches(long... edges) {
        List<long[]> pieces = new ArrayList<>();
        for (int i = 0; i < edges.length; i += 2) {
            pieces.add(new long[] {edges[i], edges[i + 1]});
        }
        return new Stretches(pieces);
    }

    private static Annotation noted(long sample, String rhythm) {
        return new Annotation(sample, 28, 0, 0, 0, Optional.of(rhythm));
    }
}
