package io.maimen.log;

import io.maimen.log.LogException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** A directory of the operating system, held by one process at a time through the lock on a file in it. */
public final class FileDisk implements Disk {
    private static final String LOCK_NAME = "lock";

    private final Path directory;
    private final FileChannel lockFile;

    private FileDisk(Path directory, FileChannel lockFile) {
        this.directory = directory;
        this.lockFile = lockFile;
    }

    /**
     * Takes a directory, creating it when it is missing.
     *
     * @throws LogException LOCKED when it is in use; IO when it cannot be created or written
     */
    public static FileDisk open(Path directory) throws LogException {
        Path absolute = directory.toAbsolutePath().normalize();
        try {
            create(absolute);
            return new FileDisk(absolute, lock(absolute));
        } catch (LogException e) {
            throw e;
        } catch (IOException e) {
            String text = "log directory must be writable but " + absolute + " was not (" + e + "); "
                    + "give it to the user that runs this program, or configure another directory";
            throw new LogException(Reason.IO, text, e);
        }
    }

    private static void create(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Path parent = directory.getParent();
        create(parent);
        Files.createDirectory(directory);
        sync(parent);
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel file =
                FileChannel.open(directory.resolve(LOCK_NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (locked(file)) {
            return file;
        }
        file.close();
        throw new LogException(
                Reason.LOCKED,
                "log directory must be used by one process but " + directory + " is in use; "
                        + "stop the other process, or configure another directory");
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException inThisProcess) {
            return false;
        }
    }

    @Override
    public DiskFile create(String name) throws IOException {
        Files.createFile(directory.resolve(name));
        return open(name);
    }

    @Override
    public DiskFile open(String name) throws IOException {
        Path path = directory.resolve(name);
        // Asked first, because opening for writing would create it.
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        return new FileDiskFile(path);
    }

    @Override
    public List<String> list() throws IOException {
        try (Stream<Path> paths = Files.list(directory)) {
            return paths.map(path -> path.getFileName().toString()).toList();
        }
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(directory.resolve(name));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Files.move(directory.resolve(from), directory.resolve(to), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void syncDirectory() throws IOException {
        sync(directory);
    }

    private static void sync(Path directory) throws IOException {
        // A channel closes itself when its thread is interrupted; whether names are durable must not hang on that.
        boolean interrupted = Thread.interrupted();
        try {
            while (!synced(directory)) {
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean synced(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
            return true;
        } catch (ClosedByInterruptException again) {
            return false;
        }
    }

    @Override
    public long usableBytes() throws IOException {
        return Files.getFileStore(directory).getUsableSpace();
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            // The lock goes with the process at the latest, and everything acknowledged has been synced.
            throw new UncheckedIOException(e);
        }
    }

    /** The directory, for messages. */
    @Override
    public String toString() {
        return directory.toString();
    }
}
