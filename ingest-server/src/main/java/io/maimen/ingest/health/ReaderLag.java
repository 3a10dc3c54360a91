package io.maimen.ingest.health;

import java.time.Duration;

/**
 * How far a reader is behind the log. Immutable.
 *
 * @param records not yet read; counted up to {@link Health#COUNTED_RECORDS}
 * @param oldestAge how long the oldest of them has waited; zero when there is none
 */
public record ReaderLag(String name, long records, Duration oldestAge) {}
