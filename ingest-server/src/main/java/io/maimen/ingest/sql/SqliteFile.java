package io.maimen.ingest.sql;

import java.nio.file.Path;

/** How connections to one SQLite file are set up; the driver reads it from the address. Stateless. */
final class SqliteFile {
    private static final String BUSY_TIMEOUT_MS = "busy_timeout=10000";
    /** SQLITE_OPEN_READONLY: a query can change nothing, whatever its text. */
    private static final String READ_ONLY = "open_mode=1";

    private SqliteFile() {}

    /** FULL: WAL with NORMAL may forget the last commits in a power cut, and our cursors stand on commits. */
    static String writing(Path file) {
        return "jdbc:sqlite:" + file
                + "?journal_mode=WAL&synchronous=FULL&transaction_mode=IMMEDIATE&foreign_keys=true&" + BUSY_TIMEOUT_MS;
    }

    static String reading(Path file) {
        return "jdbc:sqlite:" + file + "?" + READ_ONLY + "&" + BUSY_TIMEOUT_MS;
    }
}
