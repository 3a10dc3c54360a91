package io.maimen.log;

import java.util.List;

/**
 * What one read found.
 *
 * @param records in the order of the log; may be empty
 * @param next where to continue; keep it as the cursor once records and damage have been handled
 * @param damage what was passed on the way and could not be served, in the order of the log; mostly empty
 */
public record LogSlice(List<LogRecord> records, LogPosition next, List<LogDamage> damage) {
    /** Copies both lists. */
    public LogSlice {
        records = List.copyOf(records);
        damage = List.copyOf(damage);
    }
}
