package io.maimen.simulator.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.maimen.simulator.wfdb.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The rules of ANSI/AAMI EC57 by hand: 360 samples a second, a window of 54, counted from sample 1000 on. */
class BeatMatcherTest {
    private static final int NORMAL = 1;
    private static final int PVC = 5;
    private static final int FUSION = 6;
    private static final int RHYTHM = 28;
    private static final int FLUTTER_BEGINS = 32;
    private static final int FLUTTER_ENDS = 33;

    private final List<Annotation> reference = new ArrayList<>();

    @Test
    void beatWithinTheWindowIsFoundAndOneBeyondItIsMissedAndExtra() {
        annotate(NORMAL, 2000, 3000);

        assertEquals(table(1, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0), match(2054, 3055));
    }

    @Test
    void ofTwoFoundBeatsTheNearerOneIsThePartner() {
        annotate(NORMAL, 2000);

        assertEquals(List.of(extra(0), pair(0, 1)), matching(1960, 2010).pairs());
    }

    @Test
    void ofTwoAnnotatedBeatsTheNearerOneIsThePartner() {
        annotate(NORMAL, 2000, 2040);

        assertEquals(List.of(missed(0), pair(1, 0)), matching(2035).pairs());
    }

    @Test
    void whatComesBeforeTheBeginningIsNotCounted() {
        annotate(NORMAL, 500, 990, 2000);

        assertEquals(table(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), match(500, 995, 2000));
    }

    @Test
    void nothingIsMissedOrExtraInVentricularFlutter() {
        annotate(NORMAL, 2000);
        annotate(FLUTTER_BEGINS, 3000);
        annotate(PVC, 3200);
        annotate(FLUTTER_ENDS, 4000);
        annotate(NORMAL, 5000);

        assertEquals(table(2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), match(2000, 3500, 5000));
    }

    @Test
    void noteOfTheRhythmIsNoBeat() {
        annotate(RHYTHM, 2000);

        assertEquals(table(0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0), match(2000));
    }

    @Test
    void classesAreCountedOnBothSides() {
        annotate(NORMAL, 2000, 3000);
        annotate(PVC, 4000, 5000);
        annotate(FUSION, 6000);
        List<LabelledBeat> found = List.of(
                new LabelledBeat(2000, BeatLabel.NORMAL),
                new LabelledBeat(3000, BeatLabel.VENTRICULAR),
                new LabelledBeat(4000, BeatLabel.VENTRICULAR),
                new LabelledBeat(5000, BeatLabel.NORMAL),
                new LabelledBeat(6000, BeatLabel.VENTRICULAR),
                new LabelledBeat(7000, BeatLabel.VENTRICULAR));

        BeatTable table = new BeatMatcher(1000, 54).match(reference, found).table();

        assertEquals(table(1, 1, 0, 0, 1, 1, 1, 1, 0, 0, 0), table);
        assertEquals(50, table.ventricularSensitivity());
        assertEquals(100.0 / 3, table.ventricularPositivePredictivity(), 1e-9);
        assertEquals(200.0 / 3, table.ventricularFalsePositiveRate(), 1e-9);
        assertEquals(100, table.sensitivity());
        assertEquals(500.0 / 6, table.positivePredictivity(), 1e-9);
    }

    private void annotate(int code, long... samples) {
        LongStream.of(samples)
                .forEach(sample -> reference.add(new Annotation(sample, code, 0, 0, 0, Optional.empty())));
    }

    private BeatTable match(long... found) {
        return matching(found).table();
    }

    private Matching matching(long... found) {
        return new BeatMatcher(1000, 54)
                .match(
                        reference,
                        LongStream.of(found)
                                .mapToObj(sample -> new LabelledBeat(sample, BeatLabel.NORMAL))
                                .toList());
    }

    private static BeatTable table(
            int nn, int vn, int fn, int on, int nv, int vv, int fv, int ov, int no, int vo, int fo) {
        return new BeatTable(nn, vn, fn, on, nv, vv, fv, ov, no, vo, fo);
    }

    private static Matching.Pair pair(int reference, int found) {
        return new Matching.Pair(OptionalInt.of(reference), OptionalInt.of(found));
    }

    private static Matching.Pair extra(int found) {
        return new Matching.Pair(OptionalInt.empty(), OptionalInt.of(found));
    }

    private static Matching.Pair missed(int reference) {
        return new Matching.Pair(OptionalInt.of(reference), OptionalInt.empty());
    }
}
