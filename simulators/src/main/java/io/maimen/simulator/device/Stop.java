package io.maimen.simulator.device;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * When a device ends: it measures until its time is over or somebody asks it to end, then goes on sending what is not
 * taken for a while. Thread-safe.
 */
public final class Stop {
    private final Clock clock;
    private final Duration sendingOn;
    private volatile Instant measureUntil;

    /**
     * From now on.
     *
     * @param measuring how long to measure
     * @param sendingOn how long, at most, to go on sending after that
     */
    public Stop(Clock clock, Duration measuring, Duration sendingOn) {
        this.clock = clock;
        this.sendingOn = sendingOn;
        this.measureUntil = clock.instant().plus(measuring);
    }

    /** Measures no more. */
    public void now() {
        Instant now = clock.instant();
        if (now.isBefore(measureUntil)) {
            measureUntil = now;
        }
    }

    public boolean measuring() {
        return clock.instant().isBefore(measureUntil);
    }

    public boolean sending() {
        return clock.instant().isBefore(measureUntil.plus(sendingOn));
    }
}
