package io.maimen.ingest.security;

import io.maimen.ingest.audit.AuditEvent;
import io.maimen.log.secret.SecretFiles;
import java.io.IOException;
import java.nio.file.Path;
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
        new SecretFiles(directory).write(FILE, ADMIN.username() + " " + password + "\n");
        try {
            people.create(AuditEvent.SERVER, ADMIN, password);
        } catch (RefusedException e) {
            throw new IllegalStateException("the first account's name is free and its password long enough", e);
        }
        return Optional.of(directory.resolve(FILE));
    }
}
