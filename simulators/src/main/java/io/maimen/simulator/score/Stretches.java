package io.maimen.simulator.score;

import io.maimen.simulator.wfdb.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Pieces of a recording.
 *
 * @param pieces from (included) to (not included), in samples, in the order of time, apart from each other
 */
record Stretches(List<long[]> pieces) {
    private static final int RHYTHM_CHANGES = 28;

    Stretches {
        pieces = List.copyOf(pieces);
    }

    /** Where an annotator noted one of these rhythms, such as {@code (AFIB}; the last one lasts until {@code end}. */
    static Stretches ofRhythm(List<Annotation> annotations, Set<String> rhythms, long end) {
        List<long[]> pieces = new ArrayList<>();
        long from = -1;
        for (Annotation annotation : annotations) {
            if (annotation.code() == RHYTHM_CHANGES && annotation.text().isPresent()) {
                boolean now = rhythms.contains(
                        annotation.text().orElseThrow().replace("\0", "").strip());
                if (from >= 0 && !now) {
                    pieces.add(new long[] {from, annotation.sample()});
                    from = -1;
                } else if (from < 0 && now) {
                    from = annotation.sample();
                }
            }
        }
        if (from >= 0 && end > from) {
            pieces.add(new long[] {from, end});
        }
        return new Stretches(pieces);
    }

    boolean contain(long sample) {
        return pieces.stream().anyMatch(piece -> sample >= piece[0] && sample < piece[1]);
    }

    /** What of these is not in the others. */
    Stretches without(Stretches others) {
        List<long[]> left = new ArrayList<>(pieces);
        for (long[] other : others.pieces) {
            List<long[]> rest = new ArrayList<>();
            for (long[] piece : left) {
                add(rest, piece[0], Math.min(piece[1], other[0]));
                add(rest, Math.max(piece[0], other[1]), piece[1]);
            }
            left = rest;
        }
        return new Stretches(left);
    }

    private static void add(List<long[]> pieces, long from, long to) {
        if (to > from) {
            pieces.add(new long[] {from, to});
        }
    }

    Stretches atLeast(long samples) {
        return new Stretches(
                pieces.stream().filter(piece -> piece[1] - piece[0] >= samples).toList());
    }

    /** How many of these have something in common with the others. */
    int meeting(Stretches others) {
        return (int) pieces.stream().filter(others::meet).count();
    }

    /** Those that have nothing in common with the others. */
    Stretches apartFrom(Stretches others) {
        return new Stretches(
                pieces.stream().filter(piece -> !others.meet(piece)).toList());
    }

    private boolean meet(long[] piece) {
        return pieces.stream().anyMatch(other -> other[0] < piece[1] && other[1] > piece[0]);
    }

    long samples() {
        return pieces.stream().mapToLong(piece -> piece[1] - piece[0]).sum();
    }

    long samplesIn(Stretches others) {
        return samples() - without(others).samples();
    }
}
