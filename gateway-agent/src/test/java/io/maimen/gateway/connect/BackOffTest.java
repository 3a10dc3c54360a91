package io.maimen.gateway.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Property
    void everyWaitIsBetweenHalfAndAllOfItsStepAndNeverAboveTheLimit(@ForAll long seed) {
        BackOff backOff = new BackOff(FIRST, LIMIT, new Random(seed));
        long stepMs = FIRST.toMillis();
        for (int i = 0; i < 100; i++) {
            long waitMs = backOff.next().toMillis();
            assertTrue(waitMs >= stepMs / 2 && waitMs <= stepMs, "try " + i + " waited " + waitMs);
            stepMs = Math.min(stepMs * 2, LIMIT.toMillis());
        }
    }

    @Test
    void afterSuccessTheWaitIsShortAgain() {
        BackOff backOff = new BackOff(FIRST, LIMIT, new Random(1));
        Stream.generate(backOff::next).limit(10).forEach(wait -> {});
        backOff.reset();
        assertTrue(backOff.next().compareTo(FIRST) <= 0);
    }

    @Test
    void theSameSeedWaitsTheSame() {
        BackOff one = new BackOff(FIRST, LIMIT, new Random(7));
        BackOff two = new BackOff(FIRST, LIMIT, new Random(7));
        assertEquals(
                Stream.generate(one::next).limit(20).toList(),
                Stream.generate(two::next).limit(20).toList());
    }
}
