package io.maimen.ingest.sql;

/** A database file that cannot be used; the message begins with a stable code. */
public final class DatabaseException extends Exception {
    private static final long serialVersionUID = 1L;

    DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
