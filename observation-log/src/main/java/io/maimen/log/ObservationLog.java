package io.maimen.log;

import java.util.List;

/**
 * Append-only durable log of byte records: one writer side, any number of readers that each keep their own cursor.
 * Thread-safe; reading does not wait for appending.
 *
 * <p>What is promised, and to whom:
 *
 * <ul>
 *   <li><b>append returned</b>: every record of the batch is on the disk and is served to every reader until trimmed,
 *       whatever happens to the process or the power.
 *   <li><b>append threw</b>: nothing of the batch was acknowledged. This log object never serves any of it, and once a
 *       later append has returned nobody ever will. One case stays open: if the process ends after the failure and
 *       before the next successful append, the log opened next may serve whole records of that batch (it can neither
 *       prove nor exclude that they were acknowledged). So offer the batch again; readers are idempotent.
 *   <li><b>append was cut</b> by a kill or a power cut: the batch may be there wholly, in part (whole records) or not
 *       at all; never a torn record.
 * </ul>
 */
public interface ObservationLog extends AutoCloseable {

    /**
     * Appends all records in order and returns once they are durable; callers that arrive together share one fsync. Not
     * interruptible: an interrupt stays pending until the outcome is known.
     *
     * @param batch one record or more; a record may be empty. The arrays must not be changed before this returns
     * @return the position just after the last record of the batch: where a reader that has handled it continues
     * @throws LogException NO_SPACE, IO, CLOSED or TOO_LARGE; nothing of the batch was acknowledged (see above). After
     *     NO_SPACE and IO the log stays open and the next append tries again on sound ground
     * @throws IllegalArgumentException when the batch is empty
     */
    LogPosition append(List<byte[]> batch) throws LogException;

    /**
     * Reads durable records in order, from a position (inclusive). May return fewer than asked for although more exist
     * (a slice is bounded in bytes too): the reader has everything when {@code slice.next()} is not before {@link #end()}.
     *
     * @param from {@link #start()}, an earlier slice's {@code next()}, or what append returned. Before {@link #start()}:
     *     reading continues at the start and the loss is reported in the slice
     * @param maxRecords at least 1
     * @return records, where to continue, and the damage passed on the way; a reader that continues there meets each
     *     damage once
     * @throws LogException IO; CLOSED; UNKNOWN_POSITION when the position lies after the end (a cursor of another log,
     *     or a log restored from an older copy)
     */
    LogSlice read(LogPosition from, int maxRecords) throws LogException;

    /**
     * Deletes what lies wholly before a position, in whole segments; so more than asked for may stay. Trimming twice,
     * or before the start, does nothing.
     *
     * @throws LogException IO (segments already deleted stay deleted) or CLOSED
     */
    void trim(LogPosition upTo) throws LogException;

    /** The oldest position kept: where a new reader begins. */
    LogPosition start();

    /** Where a reader that has handled everything stands. Only durable records lie before it. */
    LogPosition end();

    /** Bytes that the log takes on the disk. */
    long sizeBytes();

    /** Lets appends that are under way finish; later calls throw CLOSED. Closing twice does nothing. */
    @Override
    void close();
}
