package io.maimen.log;

/**
 * A stretch of the log that a reader had to pass over.
 *
 * @param kind what is known about it
 * @param from where it begins (inclusive)
 * @param to where it ends (exclusive)
 */
public record LogDamage(Kind kind, LogPosition from, LogPosition to) {

    /** What a stretch that cannot be served says about acknowledged records. */
    public enum Kind {
        /** Acknowledged records are lost: bits flipped, or a file is missing. Someone must be told. */
        LOST,
        /**
         * The end of a write that failed or that a power cut interrupted: not acknowledged. (Except when bits flipped
         * in the very last write before a restart, which looks the same.) For the log file of the program.
         */
        CUT,
        /** The reader came too late: the records before the start have been trimmed. */
        TRIMMED
    }

    /** Refuses a stretch that ends before it begins. */
    public LogDamage {
        if (to.compareTo(from) < 0) {
            throw new IllegalArgumentException("damage must end after " + from + " but ended at " + to);
        }
    }
}
