package io.maimen.ingest.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.maimen.observation.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailedLoginsTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2025-03-01T12:00:00Z"));
    private final FailedLogins failed = new FailedLogins(clock, 2);

    @Test
    void theThirdAttemptWaitsUntilTheFirstIsAMinuteOld() {
        assertEquals(Duration.ZERO, failed.begin("li"));
        clock.advance(Duration.ofSeconds(10));
        assertEquals(Duration.ZERO, failed.begin("li"));
        assertEquals(Duration.ofSeconds(50), failed.begin("li"));
        assertEquals(Duration.ZERO, failed.begin("wang"));
        clock.advance(Duration.ofSeconds(50));
        assertEquals(Duration.ZERO, failed.begin("li"));
        assertEquals(Duration.ofSeconds(10), failed.begin("li"));
    }

    @Test
    void attemptsUnderWayCountAlready() {
        failed.begin("li");
        failed.begin("li");
        assertEquals(FailedLogins.WINDOW, failed.begin("li"));
        failed.forgive("li");
        assertEquals(Duration.ZERO, failed.begin("li"));
    }

    @Test
    void whoProvedTheNameStartsAnew() {
        failed.begin("li");
        failed.begin("li");
        failed.clear("li");
        assertEquals(Duration.ZERO, failed.begin("li"));
    }
}
