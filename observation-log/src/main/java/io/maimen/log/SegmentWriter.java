package io.maimen.log;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Appends to the last segment. Confined to the thread whose turn it is to write. */
final class SegmentWriter {
    private final DiskFile file;
    private Segment segment;

    SegmentWriter(DiskFile file, Segment segment) {
        this.file = file;
        this.segment = segment;
    }

    /** The segment as it stands: after a failure, with what must not be trusted marked off. */
    Segment segment() {
        return segment;
    }

    /**
     * Writes frames and returns when they are durable.
     *
     * <p>After a failed write the file is cut back and goes on being used. After a failed sync it is not: the kernel has
     * by then marked the pages clean, so that a later sync succeeds and proves nothing. The segment is given up and the
     * log goes on in a new one, whose header says how far this one may be read.
     */
    void append(ByteBuffer frames) throws IOException {
        Segment before = segment;
        long end = before.end() + frames.remaining();
        // Also if an Error flies through here, nothing behind the end is trusted.
        segment = before.distrustedTo(end);
        try {
            file.write(before.end() - before.base(), frames);
        } catch (IOException failed) {
            cutBack(before, failed);
            throw failed;
        }
        file.sync();
        segment = before.durableTo(end);
    }

    private void cutBack(Segment before, IOException failed) {
        try {
            // The next append's sync makes this durable too; until then the failed records are in doubt anyway.
            file.truncate(before.end() - before.base());
            segment = before;
        } catch (IOException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }

    void close() {
        try {
            file.close();
        } catch (IOException ignored) {
            // Nothing depends on it: what was acknowledged has been synced, and the rest is not trusted.
        }
    }
}
