package io.maimen.ingest.clinical;

import java.time.Instant;

/** One thing that happened to an alert. Immutable; {@code reason} is empty where none was given. */
public record AlertHistoryEntry(Instant at, String by, String action, String reason) {}
