package io.maimen.log;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of the operating system.
 *
 * <p>Stands on {@link RandomAccessFile}, not on a channel: a channel closes itself when its thread is interrupted, and
 * the orderly stop of a caller's thread must not take the log down.
 */
final class FileDiskFile implements DiskFile {
    private static final long NEARLY_FULL_BYTES = 1 << 16;

    private final Path path;
    private final RandomAccessFile file;

    FileDiskFile(Path path) throws IOException {
        this.path = path;
        this.file = new RandomAccessFile(path.toFile(), "rw");
    }

    @Override
    public void write(long offset, ByteBuffer bytes) throws IOException {
        int wanted = bytes.remaining();
        byte[] array = new byte[wanted];
        bytes.get(array);
        try {
            file.seek(offset);
            file.write(array);
        } catch (IOException e) {
            throw named(e, wanted);
        }
    }

    @Override
    public int read(long offset, ByteBuffer into) throws IOException {
        byte[] array = new byte[into.remaining()];
        file.seek(offset);
        int read = 0;
        int more = 0;
        while (more >= 0 && read < array.length) {
            read += more;
            more = file.read(array, read, array.length - read);
        }
        into.put(array, 0, read);
        return read;
    }

    @Override
    public void truncate(long sizeBytes) throws IOException {
        file.setLength(sizeBytes);
    }

    @Override
    public void sync() throws IOException {
        try {
            file.getFD().sync();
        } catch (IOException e) {
            throw named(e, NEARLY_FULL_BYTES);
        }
    }

    /** A full disk by the space left rather than by the system's text alone, which speaks the user's language. */
    private IOException named(IOException e, long wantedBytes) throws IOException {
        String text = String.valueOf(e.getMessage());
        boolean full = text.contains("No space left")
                || text.contains("quota exceeded")
                || Files.getFileStore(path).getUsableSpace() < wantedBytes;
        return full ? new DiskFullException(path + " could not take " + wantedBytes + " bytes: " + text, e) : e;
    }

    @Override
    public long size() throws IOException {
        return file.length();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
