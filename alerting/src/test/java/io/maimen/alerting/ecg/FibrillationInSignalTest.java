package io.maimen.alerting.ecg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** A minute of steady beats, a minute and a half of irregular ones without P wave, a minute of steady ones. */
class FibrillationInSignalTest {
    private static final int RATE_HZ = 200;
    private static final int BEGINS_S = 60;
    private static final int ENDS_S = 150;
    private static final int SECONDS = 210;
    private static final long SEED = 20261124;
    private static final int[] ECG = ecg();

    @Test
    void fibrillationIsToldOfWhereItWas() {
        List<RhythmEpisode> told = fibrillation(analysed(List.of(ECG.length), 0, 0));

        assertEquals(2, told.size(), told.toString());
        assertEquals((double) BEGINS_S * RATE_HZ, (double) told.get(0).from(), 15 * RATE_HZ);
        assertEquals((double) ENDS_S * RATE_HZ, (double) told.get(1).to().orElseThrow(), 15 * RATE_HZ);
    }

    @Property(tries = 20)
    void samplesInAnyPiecesTellTheSame(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 400) Integer> sizes) {
        HeardEcg whole = analysed(List.of(ECG.length), 0, 0);
        HeardEcg pieces = analysed(sizes, 0, 0);

        assertEquals(whole.beats, pieces.beats);
        assertEquals(whole.stretches, pieces.stretches);
        assertEquals(whole.episodes, pieces.episodes);
    }

    /** What is lost ends the episode where the last beat was; what comes after begins anew. */
    @Test
    void noEpisodeReachesAcrossAGap() {
        int gapFrom = 110 * RATE_HZ;
        int gapTo = 115 * RATE_HZ;
        List<RhythmEpisode> told = fibrillation(analysed(List.of(ECG.length), gapFrom, gapTo));

        assertEquals(OptionalLong.empty(), told.get(0).to());
        assertTrue(told.get(1).to().orElseThrow() <= gapFrom, told.toString());
        assertTrue(told.stream().skip(2).allMatch(episode -> episode.from() >= gapTo), told.toString());
    }

    private static HeardEcg analysed(List<Integer> sizes, int gapFrom, int gapTo) {
        HeardEcg heard = new HeardEcg();
        EcgAnalysis analysis = new EcgAnalysis(RATE_HZ, heard);
        feed(analysis, 0, gapFrom, sizes);
        analysis.gap(gapTo - gapFrom);
        feed(analysis, gapTo, ECG.length, sizes);
        analysis.end();
        return heard;
    }

    private static void feed(EcgAnalysis analysis, int from, int end, List<Integer> sizes) {
        int at = from;
        for (int piece = 0; at < end; piece++) {
            int to = Math.min(end, at + sizes.get(piece % sizes.size()));
            analysis.samples(ECG, at, to);
            at = to;
        }
    }

    private static List<RhythmEpisode> fibrillation(HeardEcg heard) {
        return heard.episodes.stream()
                .filter(episode -> episode.rhythm() == Rhythm.ATRIAL_FIBRILLATION)
                .toList();
    }

    private static int[] ecg() {
        Random random = new Random(SEED);
        SyntheticEcg ecg = new SyntheticEcg(RATE_HZ, SECONDS);
        for (double at = 0.5; at < SECONDS - 0.5; ) {
            boolean irregular = at >= BEGINS_S && at < ENDS_S;
            if (irregular) {
                ecg.bell(at, 1.2, 0.011).bell(at + 0.03, -0.25, 0.011).bell(at + 0.25, 0.25, 0.045);
            } else {
                ecg.normal(at);
            }
            at += irregular ? 0.42 + 0.5 * random.nextDouble() : 0.85;
        }
        return ecg.microvolts();
    }
}
