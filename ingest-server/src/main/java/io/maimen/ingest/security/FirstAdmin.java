package io.maimen.ingest.security;

import io.maimen.ingest.audit.AuditEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Hands the first administrator the password, in a file that only the server's user can read. Stateless. */
public final class FirstAdmin {
    private static final String FILE = "first-admin.txt";
    private static final Account ADMIN = new Account("admin", "Administrator", Role.ADMIN, OrganisationId.ROOT);

    private FirstAdmin() {}

    /**
     * Makes the account at first start; returns the file then, and nothing at every later start. The file is written before
     * the account: killed in between, the next start writes another password, and nobody is locked out.
     */
    public static Optional<Path> ensure(People people, Path directory) throws IOException {
        if (!people.isEmpty()) {
            return Optional.empty();
        }
        String password = RandomSecret.password();
        Path file = directory.resolve(FILE);
        Files.deleteIfExists(file);
        // Empty first, with its rights: a password must not lie open even for a moment.
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, ADMIN.username() + " " + password + "\n", StandardOpenOption.SYNC);
        try {
            people.create(AuditEvent.SERVER, ADMIN, password);
        } catch (RefusedException e) {
            throw new IllegalStateException("the first account's name is free and its password long enough", e);
        }
        return Optional.of(file);
    }
}
