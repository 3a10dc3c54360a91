package io.maimen.log.simulated;

import io.maimen.log.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;

/** An open file; useless once it is closed or the process that opened it has ended. */
final class SimulatedHandle implements DiskFile {
    private final SimulatedDisk disk;
    private final SimulatedFile file;
    private final int life;
    private volatile boolean closed;

    SimulatedHandle(SimulatedDisk disk, SimulatedFile file) {
        this.disk = disk;
        this.file = file;
        this.life = disk.life();
    }

    @Override
    public void write(long offset, ByteBuffer bytes) throws IOException {
        requireOpen();
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        disk.write(file, (int) offset, copy);
    }

    @Override
    public int read(long offset, ByteBuffer into) throws IOException {
        requireOpen();
        byte[] content = disk.bytes(file);
        int start = (int) Math.min(offset, content.length);
        int length = Math.min(into.remaining(), content.length - start);
        into.put(content, start, length);
        return length;
    }

    @Override
    public void truncate(long sizeBytes) throws IOException {
        requireOpen();
        disk.truncate(file, sizeBytes);
    }

    @Override
    public void sync() throws IOException {
        requireOpen();
        disk.sync(file);
    }

    @Override
    public long size() throws IOException {
        requireOpen();
        return disk.bytes(file).length;
    }

    @Override
    public void close() {
        closed = true;
    }

    private void requireOpen() throws IOException {
        if (closed || disk.life() != life) {
            throw new IOException("file must be open but was closed, or belongs to a process that has ended");
        }
    }
}
