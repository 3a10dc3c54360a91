package io.maimen.ingest.security;

import de.mkammerer.argon2.Argon2;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import java.nio.charset.StandardCharsets;

/** Argon2id with the parameters OWASP recommends (19 MiB, 2 passes, 1 lane). Thread-safe. */
final class PasswordHash {
    private static final int PASSES = 2;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int LANES = 1;

    private final Argon2 argon2 = Argon2Factory.create(Argon2Types.ARGON2id);

    /** The hash, encoded with its salt and parameters. */
    String of(String password) {
        return argon2.hash(PASSES, MEMORY_KIB, LANES, password.getBytes(StandardCharsets.UTF_8));
    }

    boolean matches(String encoded, String password) {
        return argon2.verify(encoded, password.getBytes(StandardCharsets.UTF_8));
    }
}
