package io.maimen.ingest.series.embedded;

import io.maimen.log.LogPosition;
import org.jdbi.v3.core.Handle;

/**
 * How far the store is.
 *
 * @param position the log's cursor
 * @param nextEntry the number the next new observation gets
 */
record Progress(LogPosition position, long nextEntry) {
    private static final String READER = "record";

    static Progress read(Handle handle) {
        return handle.createQuery("SELECT position, next_entry FROM progress WHERE reader = :reader")
                .bind("reader", READER)
                .map((row, context) -> new Progress(LogPosition.of(row.getLong("position")), row.getLong("next_entry")))
                .findOne()
                .orElse(new Progress(LogPosition.ZERO, 1));
    }

    void write(Handle handle) {
        handle.createUpdate("INSERT INTO progress (reader, position, next_entry) VALUES (:reader, :position, :next)"
                        + " ON CONFLICT (reader) DO UPDATE SET position = excluded.position,"
                        + " next_entry = excluded.next_entry")
                .bind("reader", READER)
                .bind("position", position.toLong())
                .bind("next", nextEntry)
                .execute();
    }
}
