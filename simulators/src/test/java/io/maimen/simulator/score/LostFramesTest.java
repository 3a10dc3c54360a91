package io.maimen.simulator.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LostFramesTest {
    private static final int HOUR = 3600 * 130;

    @Test
    void aboutTheShareThatWasAskedForIsLostInWholeFrames() {
        LostFrames lost = LostFrames.of(HOUR, 130, 5, 7);

        long samples = lost.gaps().stream().mapToLong(gap -> gap[1] - gap[0]).sum();
        assertEquals(5, 100.0 * samples / HOUR, 1);
        assertTrue(lost.gaps().stream().allMatch(gap -> (gap[1] - gap[0]) % 73 == 0));
    }

    @Test
    void sameSeedLosesTheSame() {
        assertEquals(starts(LostFrames.of(HOUR, 130, 5, 7)), starts(LostFrames.of(HOUR, 130, 5, 7)));
        assertFalse(starts(LostFrames.of(HOUR, 130, 5, 7)).equals(starts(LostFrames.of(HOUR, 130, 5, 8))));
    }

    @Test
    void intervalWithALostSampleInsideIsAcrossAGap() {
        LostFrames lost = new LostFrames(List.of(new long[] {100, 200}));

        assertTrue(lost.between(50, 250));
        assertTrue(lost.between(150, 160));
        assertFalse(lost.between(10, 100));
        assertFalse(lost.between(200, 300));
        assertTrue(lost.near(250, 60));
        assertFalse(lost.near(270, 60));
    }

    private static List<Long> starts(LostFrames lost) {
        return lost.gaps().stream().map(gap -> gap[0]).toList();
    }
}
