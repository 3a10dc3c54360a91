package io.maimen.simulator.device;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * When a device ends: it measures until {@code measureUntil}, then goes on sending what is left until {@code sendUntil}.
 * {@link #now} ends both. Thread-safe.
 */
public final class Stop {
    private final Clock clock;
    private final Instant measureUntil;
    private final Instant sendUntil;
    private volatile boolean asked;

    public Stop(Clock clock, Duration measuring, Duration sendingOn) {
        this.clock = clock;
        this.measureUntil = clock.instant().plus(measuring);
        this.sendUntil = measureUntil.plus(sendingOn);
    }

    /** Ends at the next opportunity. */
    public void now() {
        asked = true;
    }

    public boolean measuring() {
        return !asked && clock.instant().isBefore(measureUntil);
    }

    public boolean sending() {
        return !asked && clock.instant().isBefore(sendUntil);
    }
}
