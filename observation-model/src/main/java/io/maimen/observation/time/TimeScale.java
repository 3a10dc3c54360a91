package io.maimen.observation.time;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The scale all our times lie on: UTC in whole microseconds, from year 1 to year 9999. Finer than any device reports,
 * and what the wire carries, so that a time is the same before and after a journey. Stateless.
 */
public final class TimeScale {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    private TimeScale() {}

    /** {@code instant} cut to the microsecond; throws IllegalArgumentException for years before 1 or after 9999. */
    public static Instant onScale(Instant instant) {
        Instant cut = instant.truncatedTo(ChronoUnit.MICROS);
        if (cut.isBefore(FIRST) || cut.isAfter(LAST)) {
            throw new IllegalArgumentException("OBS-014 time must lie in the years 1 to 9999 but was " + instant);
        }
        return cut;
    }

    /** Microseconds since 1970-01-01T00:00Z, negative before. */
    public static long epochMicros(Instant instant) {
        return instant.getEpochSecond() * MICROS_PER_SECOND + instant.getNano() / NANOS_PER_MICRO;
    }

    /** The instant that {@link #epochMicros} numbers. */
    public static Instant ofEpochMicros(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** A duration in whole microseconds, cut towards zero. */
    public static long micros(Duration duration) {
        return duration.dividedBy(Duration.of(1, ChronoUnit.MICROS));
    }
}
