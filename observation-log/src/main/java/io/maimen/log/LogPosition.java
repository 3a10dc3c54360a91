package io.maimen.log;

/**
 * A place in a log. Opaque: compare positions, keep them, do not count with them (the distance between two records is
 * not 1). A position is never given to two different durable records of one log, also not across restarts.
 */
public final class LogPosition implements Comparable<LogPosition> {
    /** Before the first record that a log ever held. */
    public static final LogPosition ZERO = new LogPosition(0);

    private final long value;

    private LogPosition(long value) {
        this.value = value;
    }

    /**
     * The position kept as a number, for instance by a reader in its own database.
     *
     * @param value what {@link #toLong()} returned, 0 or more
     */
    public static LogPosition of(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("log position must be 0 or more but was " + value);
        }
        return new LogPosition(value);
    }

    /** The stable form for a cursor in SQL (BIGINT) or a file; its order is the order of the log. */
    public long toLong() {
        return value;
    }

    @Override
    public int compareTo(LogPosition other) {
        return Long.compare(value, other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogPosition position && position.value == value;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
