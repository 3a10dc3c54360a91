package io.maimen.simulator.score;

import io.maimen.simulator.wfdb.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Pairs found beats with annotated ones, each with its nearest within the window, as ANSI/AAMI EC57 A.2 says and bxb does.
 * What lies in ventricular flutter or fibrillation counts on neither side alone. Stateless.
 */
final class BeatMatcher {
    private static final int FLUTTER_BEGINS = 32;
    private static final int FLUTTER_ENDS = 33;

    private final long from;
    private final long window;

    /** Beats before sample {@code from} do not count; partners are at most {@code window} samples apart. */
    BeatMatcher(long from, long window) {
        this.from = from;
        this.window = window;
    }

    /** The beats among annotations. */
    static List<LabelledBeat> beats(List<Annotation> annotations) {
        return annotations.stream()
                .flatMap(annotation ->
                        BeatLabel.of(annotation.code())
                                .map(label -> new LabelledBeat(annotation.sample(), label))
                                .stream())
                .toList();
    }

    Matching match(List<Annotation> annotations, List<LabelledBeat> found) {
        return new Run(beats(annotations), found, flutter(annotations)).match();
    }

    private static List<long[]> flutter(List<Annotation> annotations) {
        List<long[]> stretches = new ArrayList<>();
        long begin = -1;
        for (Annotation annotation : annotations) {
            if (annotation.code() == FLUTTER_BEGINS) {
                begin = annotation.sample();
            } else if (annotation.code() == FLUTTER_ENDS && begin >= 0) {
                stretches.add(new long[] {begin, annotation.sample()});
                begin = -1;
            }
        }
        if (begin >= 0) {
            stretches.add(new long[] {begin, Long.MAX_VALUE});
        }
        return stretches;
    }

    private final class Run {
        private final List<LabelledBeat> reference;
        private final List<LabelledBeat> found;
        private final List<long[]> flutter;
        private final int[][] counts = new int[4][4];
        private final List<Matching.Pair> pairs = new ArrayList<>();
        private int r;
        private int f;

        private Run(List<LabelledBeat> reference, List<LabelledBeat> found, List<long[]> flutter) {
            this.reference = reference;
            this.found = found;
            this.flutter = flutter;
            r = first(reference);
            f = first(found);
        }

        private int first(List<LabelledBeat> beats) {
            int first = 0;
            while (first < beats.size() && beats.get(first).sample() < from) {
                first++;
            }
            return first;
        }

        private Matching match() {
            while (r < reference.size() || f < found.size()) {
                long annotated = at(reference, r);
                long test = at(found, f);
                if (test < annotated ? belongsToNext(annotated, test) : belongsToLast(annotated, test)) {
                    pair();
                } else if (test < annotated) {
                    extra(test);
                } else {
                    missed(annotated);
                }
            }
            return new Matching(table(), List.copyOf(pairs));
        }

        /** The found beat is first: the annotated one is its own unless the next found beat is nearer. */
        private boolean belongsToNext(long annotated, long test) {
            long next = at(found, f + 1);
            return annotated - test <= window
                    && (annotated - test < Math.abs(annotated - next) || next - annotated > window);
        }

        private boolean belongsToLast(long annotated, long test) {
            return test - annotated <= window && test - annotated < Math.abs(test - at(reference, r + 1));
        }

        private void pair() {
            counts[index(reference.get(r))][index(found.get(f))]++;
            pairs.add(new Matching.Pair(OptionalInt.of(r++), OptionalInt.of(f++)));
        }

        private void extra(long sample) {
            if (!inFlutter(sample)) {
                counts[3][index(found.get(f))]++;
                pairs.add(new Matching.Pair(OptionalInt.empty(), OptionalInt.of(f)));
            }
            f++;
        }

        private void missed(long sample) {
            if (!inFlutter(sample)) {
                counts[index(reference.get(r))][3]++;
                pairs.add(new Matching.Pair(OptionalInt.of(r), OptionalInt.empty()));
            }
            r++;
        }

        private static int index(LabelledBeat beat) {
            return switch (beat.label()) {
                case NORMAL -> 0;
                case VENTRICULAR -> 1;
                case OTHER -> 2;
            };
        }

        private boolean inFlutter(long sample) {
            return flutter.stream().anyMatch(stretch -> sample >= stretch[0] && sample <= stretch[1]);
        }

        /** Far beyond every record where there is none, yet without overflow in differences. */
        private static long at(List<LabelledBeat> beats, int index) {
            return index < beats.size() ? beats.get(index).sample() : Long.MAX_VALUE / 4;
        }

        /** What was found as neither normal nor ventricular counts as found normal, as in bxb's tables. */
        private BeatTable table() {
            return new BeatTable(
                    notVentricular(0),
                    notVentricular(1),
                    notVentricular(2),
                    notVentricular(3),
                    counts[0][1],
                    counts[1][1],
                    counts[2][1],
                    counts[3][1],
                    counts[0][3],
                    counts[1][3],
                    counts[2][3]);
        }

        private int notVentricular(int label) {
            return counts[label][0] + counts[label][2];
        }
    }
}
