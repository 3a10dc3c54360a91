package io.maimen.ingest.sql;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as the tables keep them: microseconds since 1970 as BIGINT, the same in every database. Stateless. */
public final class EpochMicros {
    private EpochMicros() {}

    /** Microseconds since 1970; what is finer is cut off. */
    public static long of(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    /** Reads what {@link #of} made. */
    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
