package io.maimen.alerting.ecg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Beats are drawn (see {@link SyntheticEcg}) and go the whole way from samples to classes. */
class BeatClassifierTest {
    private static final double RATE_HZ = 250;

    private final HeardEcg heard = new HeardEcg();

    @Test
    void wideEarlyBeatsWithAPauseAreVentricular() {
        SyntheticEcg ecg = new SyntheticEcg(RATE_HZ, 120);
        for (int i = 0; i < 145; i++) {
            boolean early = i % 12 == 11;
            double at = 0.5 + i * 0.8 - (early ? 0.3 : 0);
            draw(ecg, at, early);
        }

        analyse(ecg);

        assertEquals(11, of(BeatClass.VENTRICULAR).size(), 1);
        assertTrue(of(BeatClass.VENTRICULAR).stream().allMatch(beat -> beat.rrSeconds() < 0.65));
    }

    @Test
    void wideBeatsAreNormalWhereAllAreWide() {
        SyntheticEcg ecg = new SyntheticEcg(RATE_HZ, 120);
        for (double at = 0.5; at < 119; at += 0.8) {
            ecg.ventricular(at);
        }

        analyse(ecg);

        assertEquals(List.of(), of(BeatClass.VENTRICULAR), "a bundle branch block is usual for this patient");
    }

    @Test
    void earlyBeatsOfTheNormalShapeAreNotVentricular() {
        SyntheticEcg ecg = new SyntheticEcg(RATE_HZ, 120);
        for (int i = 0; i < 145; i++) {
            ecg.normal(0.5 + i * 0.8 - (i % 9 == 8 ? 0.25 : 0));
        }

        analyse(ecg);

        assertEquals(List.of(), of(BeatClass.VENTRICULAR));
    }

    @Test
    void firstBeatsAreOfNoKnownClass() {
        analyse(SyntheticEcg.steady(RATE_HZ, 20, 75));

        assertEquals(BeatClass.OTHER, heard.beats.get(0).beatClass());
        assertEquals(BeatClass.NORMAL, heard.beats.get(heard.beats.size() - 1).beatClass());
    }

    @Test
    void gapDoesNotMakeBeatsVentricular() {
        int[] ecg = SyntheticEcg.steady(RATE_HZ, 20, 75).microvolts();
        EcgAnalysis analysis = new EcgAnalysis(RATE_HZ, heard);
        for (int i = 0; i < 5; i++) {
            analysis.samples(ecg, 0, ecg.length);
            analysis.gap(77);
        }
        analysis.end();

        assertEquals(List.of(), of(BeatClass.VENTRICULAR));
    }

    private static void draw(SyntheticEcg ecg, double at, boolean ventricular) {
        if (ventricular) {
            ecg.ventricular(at);
        } else {
            ecg.normal(at);
        }
    }

    private void analyse(SyntheticEcg ecg) {
        EcgAnalysis analysis = new EcgAnalysis(RATE_HZ, heard);
        analysis.samples(ecg.microvolts(), 0, ecg.microvolts().length);
        analysis.end();
    }

    private List<Beat> of(BeatClass beatClass) {
        return heard.beats.stream()
                .filter(beat -> beat.beatClass() == beatClass)
                .toList();
    }
}
