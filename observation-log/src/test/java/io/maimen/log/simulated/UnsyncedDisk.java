package io.maimen.log.simulated;

import io.maimen.log.Disk;
import io.maimen.log.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A disk on which every fsync returns at once and does nothing. With it a durability test must fail, which proves the
 * test, and a benchmark shows what durability costs. Published for tests only, so that no configuration can choose it.
 */
public final class UnsyncedDisk implements Disk {
    private final Disk disk;

    /** The same disk without fsync. */
    public UnsyncedDisk(Disk disk) {
        this.disk = disk;
    }

    @Override
    public DiskFile create(String name) throws IOException {
        return new UnsyncedFile(disk.create(name));
    }

    @Override
    public DiskFile open(String name) throws IOException {
        return new UnsyncedFile(disk.open(name));
    }

    @Override
    public List<String> list() throws IOException {
        return disk.list();
    }

    @Override
    public void delete(String name) throws IOException {
        disk.delete(name);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        disk.rename(from, to);
    }

    @Override
    public void syncDirectory() {
        // Left out on purpose.
    }

    @Override
    public long usableBytes() throws IOException {
        return disk.usableBytes();
    }

    @Override
    public void close() {
        disk.close();
    }

    private record UnsyncedFile(DiskFile file) implements DiskFile {
        @Override
        public void write(long offset, ByteBuffer bytes) throws IOException {
            file.write(offset, bytes);
        }

        @Override
        public int read(long offset, ByteBuffer into) throws IOException {
            return file.read(offset, into);
        }

        @Override
        public void truncate(long sizeBytes) throws IOException {
            file.truncate(sizeBytes);
        }

        @Override
        public void sync() {
            // Left out on purpose.
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
