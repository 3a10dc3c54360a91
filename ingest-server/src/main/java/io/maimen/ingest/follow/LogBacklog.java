package io.maimen.ingest.follow;

import io.maimen.log.LogException;
import io.maimen.log.LogPosition;
import io.maimen.log.LogSlice;
import io.maimen.log.ObservationLog;
import java.time.Instant;
import java.util.Optional;

/**
 * What a reader has yet to read. Immutable.
 *
 * @param records how many, counted up to a limit
 * @param oldest when the oldest was admitted; empty when there is none
 */
public record LogBacklog(long records, Optional<Instant> oldest) {
    /** Counts what the log holds after {@code cursor}; costs reading it, so the limit should be moderate. */
    public static LogBacklog after(LogPosition cursor, ObservationLog log, int limit) throws LogException {
        long records = 0;
        Optional<Instant> oldest = Optional.empty();
        LogPosition at = cursor;
        while (records < limit && at.compareTo(log.end()) < 0) {
            LogSlice slice = log.read(at, limit);
            if (oldest.isEmpty() && !slice.records().isEmpty()) {
                oldest = Optional.of(FactRecords.fact(slice.records().get(0)).admittedAt());
            }
            records += slice.records().size();
            at = slice.next();
        }
        return new LogBacklog(records, oldest);
    }
}
