package io.maimen.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** An open file on a {@link Disk}. One thread at a time per handle; several handles may be open on one file. */
public interface DiskFile extends Closeable {
    /**
     * Writes all remaining bytes over what is there; the file grows when they reach beyond its end.
     *
     * @param offset bytes from the start of the file, at most its length
     * @throws DiskFullException when space ran out; as with any failure, some of the bytes may have been written
     */
    void write(long offset, ByteBuffer bytes) throws IOException;

    /**
     * Reads into the buffer until it is full or the file ends.
     *
     * @param offset bytes from the start of the file
     * @return how many bytes were read; 0 at or after the end of the file
     */
    int read(long offset, ByteBuffer into) throws IOException;

    /** Cuts the file; its end is then at this size. */
    void truncate(long sizeBytes) throws IOException;

    /** Returns when content and size are durable. When it throws, nothing is known about what was written before. */
    void sync() throws IOException;

    /** The file's length in bytes. */
    long size() throws IOException;
}
