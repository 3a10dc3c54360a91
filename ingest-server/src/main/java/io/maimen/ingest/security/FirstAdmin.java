package io.maimen.ingest.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Hands the first administrator the password, in a file that only the server's user can read. Stateless. */
public final class FirstAdmin {
    private static final String FILE = "first-admin.txt";

    private FirstAdmin() {}

    /** Makes the account at first start; returns the file then, and nothing at every later start. */
    public static Optional<Path> ensure(Login login, Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        // Empty first, with its rights: a password must not lie open even for a moment.
        if (Files.notExists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Optional<String> password = login.createFirstAdmin();
        if (password.isEmpty()) {
            deleteIfEmpty(file);
            return Optional.empty();
        }
        Files.writeString(
                file, "admin " + password.get() + "\n", StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.SYNC);
        return Optional.of(file);
    }

    private static void deleteIfEmpty(Path file) throws IOException {
        if (Files.size(file) == 0) {
            Files.delete(file);
        }
    }
}
