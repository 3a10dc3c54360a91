package io.maimen.ingest.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * A row of table {@code audit}, as it stands there. Immutable.
 *
 * @param seq 1, 2, 3, …
 * @param atMicros microseconds since 1970
 * @param previousHash the hash of the entry before it
 * @param hash SHA-256 of {@code previousHash} and every other column
 */
record AuditEntry(
        long seq,
        long atMicros,
        String who,
        String action,
        String subject,
        String detail,
        String previousHash,
        String hash) {

    /** The entry with its hash. */
    static AuditEntry linked(
            AuditHead last, long seq, long atMicros, String who, String action, String subject, String detail) {
        AuditEntry open = new AuditEntry(seq, atMicros, who, action, subject, detail, last.hash(), "");
        return new AuditEntry(seq, atMicros, who, action, subject, detail, last.hash(), open.computedHash());
    }

    /** What the hash must be. */
    String computedHash() {
        return new Sha256()
                .add(previousHash)
                .add(seq)
                .add(atMicros)
                .add(who)
                .add(action)
                .add(subject)
                .add(detail)
                .hex();
    }

    AuditHead head() {
        return new AuditHead(seq, hash);
    }

    void insert(Handle handle) {
        handle.createUpdate("INSERT INTO audit (seq, at_us, who, action, subject, detail, previous_hash, hash)"
                        + " VALUES (:seq, :at, :who, :action, :subject, :detail, :previous, :hash)")
                .bind("seq", seq)
                .bind("at", atMicros)
                .bind("who", who)
                .bind("action", action)
                .bind("subject", subject)
                .bind("detail", detail)
                .bind("previous", previousHash)
                .bind("hash", hash)
                .execute();
    }

    static AuditEntry read(ResultSet row, StatementContext context) throws SQLException {
        return new AuditEntry(
                row.getLong("seq"),
                row.getLong("at_us"),
                text(row, "who"),
                text(row, "action"),
                text(row, "subject"),
                text(row, "detail"),
                text(row, "previous_hash"),
                text(row, "hash"));
    }

    /** Whoever tampers may have put NULL where we put none; it must read as something we never write. */
    private static String text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("\0");
    }
}
