package io.maimen.ingest.identity;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A directory that only its owner can read; a file in it is there whole or not at all. Not for two writers. */
final class SecretFiles {
    private final Path directory;

    /** Makes the directory (0700) when it is not there. */
    SecretFiles(Path directory) throws IOException {
        this.directory = directory;
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    boolean has(String name) {
        return Files.exists(directory.resolve(name));
    }

    String read(String name) throws IOException {
        return Files.readString(directory.resolve(name));
    }

    /** Returns when the text is on disk, 0600. */
    void write(String name, String text) throws IOException {
        Path draft = directory.resolve(name + ".new");
        Files.deleteIfExists(draft);
        // Empty first, with its rights: a key must not lie open even for a moment.
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
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
