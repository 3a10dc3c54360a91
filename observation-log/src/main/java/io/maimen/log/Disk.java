package io.maimen.log;

import java.io.IOException;
import java.util.List;

/**
 * One directory of files, as little of it as a log needs, so that tests can run the log on a disk that lies, tears and
 * fills up. Names are plain file names. Thread-safe; closed by whoever opened it.
 *
 * <p>What a power cut leaves: file content up to the last {@link DiskFile#sync()}, names up to the last
 * {@link #syncDirectory()}; of everything later any part, in any order.
 */
public interface Disk extends AutoCloseable {
    /** Creates an empty file for appending; fails when the name exists. */
    DiskFile create(String name) throws IOException;

    /** Opens an existing file; {@link java.nio.file.NoSuchFileException} when there is none. */
    DiskFile open(String name) throws IOException;

    /** The names of all files, in no particular order. */
    List<String> list() throws IOException;

    /** Deletes a file; one that does not exist is already deleted. */
    void delete(String name) throws IOException;

    /** Renames a file, replacing the target in one step. */
    void rename(String from, String to) throws IOException;

    /** Makes created, renamed and deleted names durable. */
    void syncDirectory() throws IOException;

    /** Bytes that can still be written, as far as the file system knows. */
    long usableBytes() throws IOException;

    /** Releases the directory for others. */
    @Override
    void close();
}
