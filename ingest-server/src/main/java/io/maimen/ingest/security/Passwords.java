package io.maimen.ingest.security;

import java.util.Optional;

/** What may be a password, and whether it is the right one. Thread-safe. */
final class Passwords {
    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;

    private final PasswordHash argon2 = new PasswordHash();
    private Optional<String> nobody = Optional.empty();

    /** The hash to be kept; length is what guessing has to beat, so nothing else is asked for (NIST SP 800-63B). */
    String hash(Account account, String password) throws RefusedException {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new RefusedException(
                    "SRV-066", "password must be " + SHORTEST + " to " + LONGEST + " characters but was not");
        }
        if (password.equalsIgnoreCase(account.username()) || password.equalsIgnoreCase(account.displayName())) {
            throw new RefusedException("SRV-066", "password must not be the name but was; choose another");
        }
        return argon2.of(password);
    }

    /** Takes as long where there is no account as where there is one: a stranger must not learn which names exist. */
    boolean matches(Optional<String> hash, String password) {
        boolean right = argon2.matches(hash.orElseGet(this::nobody), password);
        return right && hash.isPresent();
    }

    private synchronized String nobody() {
        String hash = nobody.orElseGet(() -> argon2.of(RandomSecret.password()));
        nobody = Optional.of(hash);
        return hash;
    }
}
