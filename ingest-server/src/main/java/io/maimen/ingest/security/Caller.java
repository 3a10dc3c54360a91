package io.maimen.ingest.security;

/** Whoever is logged in and asks, with what may be seen. Immutable. */
public record Caller(Account account, Scope scope) {
    /** How the caller signs. */
    public String username() {
        return account.username();
    }

    public boolean may(Right right) {
        return account.role().may(right);
    }
}
