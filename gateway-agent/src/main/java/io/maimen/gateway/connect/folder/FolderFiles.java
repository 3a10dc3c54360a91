package io.maimen.gateway.connect.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Looks into a folder and moves files within it; nothing is ever deleted or written over. Stateless. */
final class FolderFiles {
    private static final String REASON = ".reason.txt";

    private final WatchedFolder folder;

    FolderFiles(WatchedFolder folder) {
        this.folder = folder;
    }

    /** Why no file can be taken at present; empty when all is well. Makes the two folders that files are moved to. */
    Optional<String> trouble() {
        Path directory = folder.directory();
        if (!Files.isDirectory(directory)) {
            return Optional.of("GW-042 folder " + directory
                    + " must exist but does not; mount or make it, its files are taken when it is back");
        }
        try {
            for (Path target : new Path[] {folder.done(), folder.refused()}) {
                Files.createDirectories(target);
                requireAccess(target);
            }
            requireAccess(directory);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("GW-043 folder " + directory
                    + " must be one the gateway may read, write and search, with done and refused in it, but was not: "
                    + reason(e) + "; until then its files stay where they are");
        }
    }

    private static void requireAccess(Path directory) throws IOException {
        if (!Files.isReadable(directory) || !Files.isWritable(directory) || !Files.isExecutable(directory)) {
            throw new AccessDeniedException(directory.toString());
        }
    }

    /** Whether a name is one of a file that somebody finished: not hidden, not a link, and by no name of unfinished copies. */
    boolean isCandidate(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".")
                && !name.matches("(?i)~.*|.*\\.(part|partial|filepart|tmp|crdownload)")
                && file.getFileSystem().getPathMatcher("glob:" + folder.files()).matches(file.getFileName())
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Moves what is stored to {@code done}. False where the file has become another since: then it stays. */
    boolean done(Path file, FileStamp stamp) throws IOException {
        return move(file, stamp, folder.done());
    }

    /** Moves what will never be read to {@code refused}, with the reason beside it, as {@link #done} does. */
    boolean refused(Path file, FileStamp stamp, String reason) throws IOException {
        Path target = free(folder.refused(), file.getFileName().toString());
        Path beside = target.resolveSibling(target.getFileName() + REASON);
        try (FileChannel out = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            out.write(StandardCharsets.UTF_8.encode(reason + "\n"));
            out.force(true);
        }
        return move(file, stamp, folder.refused());
    }

    /** A name may be given to another recording while this one is stored: what was moved must be what was read. */
    private static boolean move(Path file, FileStamp stamp, Path directory) throws IOException {
        if (!FileStamp.of(file).equals(stamp)) {
            return false;
        }
        Path target = free(directory, file.getFileName().toString());
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        if (FileStamp.of(target).equals(stamp)) {
            return true;
        }
        Files.move(target, free(file.getParent(), file.getFileName().toString()), StandardCopyOption.ATOMIC_MOVE);
        return false;
    }

    /** {@code name}, or {@code name} with a number before it where that is taken. */
    private static Path free(Path directory, String name) {
        Path target = directory.resolve(name);
        for (int i = 2; Files.exists(target, LinkOption.NOFOLLOW_LINKS); i++) {
            target = directory.resolve(i + "-" + name);
        }
        return target;
    }

    static String reason(IOException e) {
        return e instanceof FileSystemException about && about.getReason() == null
                ? e.getClass().getSimpleName() + " " + e.getMessage()
                : String.valueOf(e.getMessage());
    }
}
