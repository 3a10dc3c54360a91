package io.maimen.ingest.clinical;

import io.maimen.ingest.sql.Database;
import io.maimen.log.LogPosition;
import org.jdbi.v3.core.Handle;

/** How far readers of the log have come, kept in the clinical records. Stateless but for the database. */
public final class ReaderProgress {
    private final Database clinical;

    public ReaderProgress(Database clinical) {
        this.clinical = clinical;
    }

    /** Where a reader continues; {@link LogPosition#ZERO} for one that has not begun. */
    public LogPosition of(String reader) {
        return clinical.reader()
                .withHandle(handle -> handle.createQuery("SELECT position FROM progress WHERE reader = :reader")
                        .bind("reader", reader)
                        .mapTo(Long.class)
                        .findOne())
                .map(LogPosition::of)
                .orElse(LogPosition.ZERO);
    }

    /** Within the caller's transaction. */
    public static void keep(Handle handle, String reader, LogPosition next) {
        handle.createUpdate("INSERT INTO progress (reader, position) VALUES (:reader, :position)"
                        + " ON CONFLICT (reader) DO UPDATE SET position = excluded.position")
                .bind("reader", reader)
                .bind("position", next.toLong())
                .execute();
    }

    /** Two readers' progress, in one transaction of its own. */
    public void keep(String reader, LogPosition next, String other, LogPosition otherNext) {
        clinical.writer().useTransaction(handle -> {
            keep(handle, reader, next);
            keep(handle, other, otherNext);
        });
    }
}
