package io.maimen.simulator.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Which pieces of a stream never arrive: frames of 73 samples at 130 Hz, as a chest strap sends them, each lost by chance.
 *
 * @param gaps from (included) to (not included), in samples, in the order of time, never touching
 */
record LostFrames(List<long[]> gaps) {
    private static final double FRAME_S = 73 / 130.0;

    static LostFrames none() {
        return new LostFrames(List.of());
    }

    /** The same for the same seed; {@code percent} of all frames on average. */
    static LostFrames of(int samples, double rateHz, double percent, long seed) {
        Random random = new Random(seed);
        long frame = Math.round(FRAME_S * rateHz);
        List<long[]> gaps = new ArrayList<>();
        for (long from = 0; from < samples; from += frame) {
            if (random.nextDouble() * 100 < percent) {
                long to = Math.min(samples, from + frame);
                long[] last = gaps.isEmpty() ? new long[] {-1, -1} : gaps.get(gaps.size() - 1);
                if (last[1] == from) {
                    last[1] = to;
                } else {
                    gaps.add(new long[] {from, to});
                }
            }
        }
        return new LostFrames(gaps);
    }

    /** Whether a sample never arrived. */
    boolean lost(long sample) {
        return gaps.stream().anyMatch(gap -> sample >= gap[0] && sample < gap[1]);
    }

    /** Whether a sample lies within {@code samples} of one that never arrived. */
    boolean near(long sample, long samples) {
        return gaps.stream().anyMatch(gap -> sample >= gap[0] - samples && sample < gap[1] + samples);
    }

    /** Whether something between two samples never arrived. */
    boolean between(long from, long to) {
        return gaps.stream().anyMatch(gap -> gap[0] < to && gap[1] > from);
    }
}
