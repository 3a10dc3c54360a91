package io.maimen.gateway.outbox;

import io.maimen.log.Disk;
import io.maimen.log.DiskFile;
import io.maimen.log.DiskFullException;
import io.maimen.log.FileDisk;
import io.maimen.log.LogException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A real directory that a test can fill up, or hold at its next fsync. Thread-safe. */
public final class GatedDisk implements Disk {
    private final Disk real;
    private volatile boolean full;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile CountDownLatch reached = new CountDownLatch(1);

    public GatedDisk(Path directory) throws LogException {
        real = FileDisk.open(directory);
    }

    /** From now on every write fails, or works again. */
    public void full(boolean now) {
        full = now;
    }

    /** From now on fsync waits for {@link #release}. */
    public void hold() {
        reached = new CountDownLatch(1);
        gate = new CountDownLatch(1);
    }

    public void release() {
        gate.countDown();
    }

    /** Waits until somebody waits in fsync. */
    public void awaitSync() throws InterruptedException {
        reached.await();
    }

    @Override
    public DiskFile create(String name) throws IOException {
        return new GatedFile(real.create(name));
    }

    @Override
    public DiskFile open(String name) throws IOException {
        return new GatedFile(real.open(name));
    }

    @Override
    public List<String> list() throws IOException {
        return real.list();
    }

    @Override
    public void delete(String name) throws IOException {
        real.delete(name);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        real.rename(from, to);
    }

    @Override
    public void syncDirectory() throws IOException {
        real.syncDirectory();
    }

    @Override
    public long usableBytes() throws IOException {
        return full ? 0 : real.usableBytes();
    }

    @Override
    public void close() {
        real.close();
    }

    private final class GatedFile implements DiskFile {
        private final DiskFile file;

        GatedFile(DiskFile file) {
            this.file = file;
        }

        @Override
        public void write(long offset, ByteBuffer bytes) throws IOException {
            if (full) {
                throw new DiskFullException("no space for " + bytes.remaining() + " bytes");
            }
            file.write(offset, bytes);
        }

        @Override
        public void sync() throws IOException {
            try {
                reached.countDown();
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            file.sync();
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
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
