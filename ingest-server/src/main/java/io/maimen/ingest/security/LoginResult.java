package io.maimen.ingest.security;

import java.time.Duration;

/** What became of a login. Immutable. */
public sealed interface LoginResult {
    /** In; the token is known to nobody else. */
    record LoggedIn(String token, Account account) implements LoginResult {}

    /** Name or password is wrong; which of them is not said. */
    record Refused() implements LoginResult {}

    /** Too many wrong attempts for this name or from this address. */
    record TooMany(Duration tryAfter) implements LoginResult {}
}
