package io.maimen.ingest.query;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as the API writes them: ISO 8601, UTC, always three digits of milliseconds. Stateless. */
public final class JsonTime {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private JsonTime() {}

    /** Such as {@code 2025-03-01T08:15:00.000Z}. */
    public static String of(Instant instant) {
        return FORMAT.format(instant);
    }
}
