package io.maimen.gateway.outbox;

import io.maimen.log.Disk;
import io.maimen.log.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Asks a disk whether it still takes bytes, by giving it some. Stateless. */
final class DiskProbe {
    private static final String NAME = "probe";
    private static final int BYTES = 32 << 10;

    private DiskProbe() {}

    /** Throws what the disk says when it does not. */
    static void check(Disk disk) throws IOException {
        disk.delete(NAME);
        try (DiskFile file = disk.create(NAME)) {
            file.write(0, ByteBuffer.allocate(BYTES));
            file.sync();
        } finally {
            disk.delete(NAME);
        }
    }
}
