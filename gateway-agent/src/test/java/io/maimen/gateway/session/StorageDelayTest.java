package io.maimen.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StorageDelayTest {
    private final StorageDelay delay = new StorageDelay();

    @Test
    void withoutAFrameThereIsNoDelay() {
        assertEquals(Optional.empty(), delay.longest());
        assertEquals(Optional.empty(), delay.median());
    }

    @Test
    void theMedianIsOfTheRecentAndTheLongestIsOfAll() {
        delay.add(Duration.ofMillis(900));
        for (int i = 0; i < 256; i++) {
            delay.add(Duration.ofMillis(i < 200 ? 2 : 50));
        }
        assertEquals(Optional.of(Duration.ofMillis(900)), delay.longest());
        assertEquals(Optional.of(Duration.ofMillis(2)), delay.median());
    }

    @Test
    void aClockThatWasSetBackGivesNoNegativeDelay() {
        delay.add(Duration.ofMillis(-5));
        assertEquals(Optional.of(Duration.ZERO), delay.longest());
    }
}
