package io.maimen.ingest.health;

import java.util.List;

/** How the server is; {@code reasons} is empty exactly when it is green. Immutable. */
public record HealthReport(HealthState state, List<String> reasons, List<ReaderLag> readers, long freeBytes) {
    /** Copies the lists. */
    public HealthReport {
        reasons = List.copyOf(reasons);
        readers = List.copyOf(readers);
    }
}
