package io.maimen.log.secret;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A directory that only its owner can read; a file in it is there whole or not at all. Not for two writers. */
public final class SecretFiles {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_DIRECTORY = rights("rwx------");
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE = rights("rw-------");

    private final Path directory;

    /** A directory that the first {@link #write} makes, 0700, where it is not there. */
    public SecretFiles(Path directory) {
        this.directory = directory;
    }

    private static FileAttribute<Set<PosixFilePermission>> rights(String rights) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights));
    }

    /** Where they lie. */
    public Path directory() {
        return directory;
    }

    /** Whether there is a file of that name. */
    public boolean has(String name) {
        return Files.exists(directory.resolve(name));
    }

    /** The text of a file, UTF-8. */
    public String read(String name) throws IOException {
        return Files.readString(directory.resolve(name));
    }

    /** Returns when the text is on disk, 0600. */
    public void write(String name, String text) throws IOException {
        Files.createDirectories(directory, OWNER_DIRECTORY);
        Path draft = directory.resolve(name + ".new");
        Files.deleteIfExists(draft);
        // Empty first, with its rights: a key must not lie open even for a moment.
        Files.createFile(draft, OWNER_FILE);
        try (FileChannel file = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            file.write(StandardCharsets.UTF_8.encode(text));
            file.force(true);
        }
        Files.move(draft, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(directory, StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
