package io.maimen.ingest.follow;

import io.maimen.log.LogPosition;

/**
 * A reader of the server's log. It may meet a fact twice (the log may hold it twice, and after a crash a batch comes
 * again), so it must be idempotent by identity. Called by one thread at a time.
 */
public interface FactReader {
    /** Stable, for people: {@code record}, {@code assess}. */
    String name();

    /** Where to continue: what the last committed batch said, or {@link LogPosition#ZERO}. */
    LogPosition cursor();

    /**
     * Takes a batch and returns when its effects and its cursor are committed together.
     *
     * @throws RuntimeException when the store refused; nothing of the batch has happened and it will be offered again
     */
    void read(FactBatch batch);

    /** From where on it may want to read the log again after a restart: the log keeps that. Asked by any thread. */
    default LogPosition needs(LogPosition cursor) {
        return cursor;
    }
}
