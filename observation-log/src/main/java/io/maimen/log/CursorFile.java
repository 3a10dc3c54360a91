package io.maimen.log;

import java.nio.ByteBuffer;
import java.util.Optional;

/** How far a reader has come, kept in a file beside the log. Thread-safe. */
public final class CursorFile {
    private final DurableValue value;

    /**
     * A cursor on a disk, which may be the log's own.
     *
     * @param name a plain file name that is used for nothing else, such as {@code uplink.cursor}
     */
    public CursorFile(Disk disk, String name) {
        this.value = new DurableValue(disk, name);
    }

    /**
     * Where to continue; empty when nothing was saved or it is damaged: begin at {@link ObservationLog#start()}.
     *
     * @throws LogException IO
     */
    public Optional<LogPosition> load() throws LogException {
        return value.read()
                .filter(bytes -> bytes.length == Long.BYTES)
                .map(bytes -> ByteBuffer.wrap(bytes).getLong())
                .filter(position -> position >= 0)
                .map(LogPosition::of);
    }

    /**
     * Returns when the position is durable.
     *
     * @throws LogException NO_SPACE or IO; the old or the new position is loaded next
     */
    public void save(LogPosition position) throws LogException {
        value.write(ByteBuffer.allocate(Long.BYTES).putLong(position.toLong()).array());
    }
}
