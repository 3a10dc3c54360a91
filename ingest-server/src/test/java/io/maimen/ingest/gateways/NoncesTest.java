package io.maimen.ingest.gateways;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.device.GatewayId;
import io.maimen.observation.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoncesTest {
    private static final GatewayId OURS = new GatewayId("clinic-demo");
    private static final GatewayId OTHER = new GatewayId("clinic-other");

    private final SettableClock clock = new SettableClock(Instant.parse("2025-03-01T12:00:00Z"));
    private final Nonces nonces = new Nonces(clock);

    @Test
    void aNonceIsGoodOnce() {
        String nonce = nonces.give(OURS);
        assertTrue(nonces.use(nonce, OURS));
        assertFalse(nonces.use(nonce, OURS));
    }

    @Test
    void aNonceIsGoodForTwoMinutesAndNoLonger() {
        String first = nonces.give(OURS);
        String second = nonces.give(OURS);
        clock.advance(Duration.ofMinutes(2));
        assertTrue(nonces.use(first, OURS));
        clock.advance(Duration.ofMillis(1));
        assertFalse(nonces.use(second, OURS));
    }

    @Test
    void aNonceIsGoodForTheGatewayThatAskedForIt() {
        assertFalse(nonces.use(nonces.give(OTHER), OURS));
        assertFalse(nonces.use("made up", OURS));
    }

    /** 128 random bits, as 32 hex digits. */
    @Test
    void noTwoNoncesAreAlike() {
        assertEquals(32, nonces.give(OURS).length());
        assertNotEquals(nonces.give(OURS), nonces.give(OURS));
    }

    @Test
    void whoAsksTenThousandTimesMakesTheOldestForgottenAndNotTheMemoryFull() {
        String oldest = nonces.give(OURS);
        String kept = nonces.give(OURS);
        IntStream.range(1, 10_000).forEach(count -> nonces.give(OTHER));
        assertFalse(nonces.use(oldest, OURS));
        assertTrue(nonces.use(kept, OURS));
    }
}
