package io.maimen.gateway.connect;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: twice as long each time, up to a limit, and a random part of it, so that a hundred
 * devices do not come back in the same second. Confined to one thread.
 */
public final class BackOff {
    private static final int MAX_DOUBLINGS = 20;

    private final Duration first;
    private final Duration limit;
    private final RandomGenerator random;
    private int failures;

    /** Waits of half to all of {@code first}, doubling up to {@code limit}. */
    public BackOff(Duration first, Duration limit, RandomGenerator random) {
        if (first.isNegative() || first.isZero() || limit.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "GW-091 back-off must begin above 0 and not above its limit but was " + first + ", " + limit);
        }
        this.first = first;
        this.limit = limit;
        this.random = random;
    }

    /** The wait after one more failure. */
    public Duration next() {
        Duration doubled = first.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
        failures++;
        long fullMs = Math.min(doubled.toMillis(), limit.toMillis());
        return Duration.ofMillis(fullMs / 2 + random.nextLong(fullMs / 2 + 1));
    }

    /** It worked: the next failure waits shortly again. */
    public void reset() {
        failures = 0;
    }
}
