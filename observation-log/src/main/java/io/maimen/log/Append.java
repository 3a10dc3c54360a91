package io.maimen.log;

import io.maimen.log.LogException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** A batch on its way to the disk, and what became of it. Passed between threads under the lock of {@link GroupCommit}. */
final class Append {
    private static final int MAX_BATCH_BYTES = 1 << 27;

    private final List<byte[]> batch;
    private final int frameBytes;
    private Optional<LogPosition> end = Optional.empty();
    private Optional<IOException> failure = Optional.empty();
    private boolean settled;

    Append(List<byte[]> batch, int maxRecordBytes) throws LogException {
        this.batch = List.copyOf(batch);
        if (batch.isEmpty()) {
            throw new IllegalArgumentException("batch must hold one record or more but was empty");
        }
        long bytes = 0;
        for (byte[] record : this.batch) {
            require("record", record.length, maxRecordBytes);
            bytes += RecordFrame.HEADER_BYTES + record.length;
        }
        require("batch", bytes, MAX_BATCH_BYTES);
        this.frameBytes = (int) bytes;
    }

    private static void require(String name, long bytes, long max) throws LogException {
        if (bytes > max) {
            throw new LogException(
                    Reason.TOO_LARGE, name + " must be at most " + max + " bytes but was " + bytes + "; split it");
        }
    }

    int frameBytes() {
        return frameBytes;
    }

    /** Writes the batch's frames; {@code durable} is how far the log is durable, {@code position} where this goes. */
    void writeFrames(ByteBuffer into, long salt, long durable, long position) {
        int start = into.position();
        for (byte[] record : batch) {
            long at = position + into.position() - start;
            RecordFrame.write(into, salt, at, (int) (at - durable), record);
        }
    }

    void succeeded(long endPosition) {
        end = Optional.of(LogPosition.of(endPosition));
    }

    void failed(IOException cause) {
        failure = Optional.of(cause);
    }

    /** Its turn is over, also when neither outcome was reached. */
    void settle() {
        settled = true;
    }

    boolean settled() {
        return settled;
    }

    LogPosition result() throws LogException {
        return end.orElseThrow(() -> LogException.of(
                failure.orElseGet(() -> new IOException("the write ended without a result")), "append"));
    }
}
