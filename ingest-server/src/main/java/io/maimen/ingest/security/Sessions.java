package io.maimen.ingest.security;

import io.maimen.ingest.sql.Database;
import io.maimen.ingest.sql.EpochMicros;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Logins that stand; they survive a restart of the server. Only hashes of tokens are kept. Blocking; thread-safe. */
final class Sessions {
    /** Use is noted this seldom, so that looking at a page does not write to the disk at every request. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final Database clinical;
    private final Clock clock;
    private final SessionLimits limits;

    Sessions(Database clinical, Clock clock, SessionLimits limits) {
        this.clinical = clinical;
        this.clock = clock;
        this.limits = limits;
    }

    /** Opens a session and forgets those that have expired; returns its token. */
    String open(Handle handle, Account account) {
        String token = RandomSecret.token();
        Instant now = clock.instant();
        bindLimits(
                        handle.createUpdate(
                                "DELETE FROM login_session WHERE last_used_us <= :idleSince OR created_us <= :oldest"),
                        now)
                .execute();
        handle.createUpdate("INSERT INTO login_session (token_sha256, username, created_us, last_used_us)"
                        + " VALUES (:token, :username, :now, :now)")
                .bind("token", RandomSecret.sha256(token))
                .bind("username", account.username())
                .bind("now", EpochMicros.of(now))
                .execute();
        return token;
    }

    /** Whose session it is, and notes its use; empty when there is none or it has expired. */
    Optional<Account> use(String token) {
        Instant now = clock.instant();
        Optional<Used> used = find(token, now);
        used.filter(session -> session.at().plus(NOTED_EVERY).isBefore(now)).ifPresent(session -> note(token, now));
        return used.map(Used::account);
    }

    /** The same without noting it: a stream that stays open is not someone at work. */
    Optional<Account> look(String token) {
        return find(token, clock.instant()).map(Used::account);
    }

    private Optional<Used> find(String token, Instant now) {
        return clinical.reader().withHandle(handle -> bindLimits(
                        handle.createQuery("SELECT a.*, s.last_used_us"
                                + " FROM login_session s JOIN account a ON a.username = s.username"
                                + " WHERE s.token_sha256 = :token AND a.disabled_us IS NULL"
                                + " AND s.last_used_us > :idleSince AND s.created_us > :oldest"),
                        now)
                .bind("token", RandomSecret.sha256(token))
                .map((row, context) ->
                        new Used(Accounts.account(row), EpochMicros.instant(row.getLong("last_used_us"))))
                .findOne());
    }

    private <T extends SqlStatement<T>> T bindLimits(T statement, Instant now) {
        return statement
                .bind("idleSince", EpochMicros.of(now.minus(limits.idle())))
                .bind("oldest", EpochMicros.of(now.minus(limits.longest())));
    }

    /** Ends a session; ending one that is not there does nothing. */
    void end(Handle handle, String token) {
        handle.createUpdate("DELETE FROM login_session WHERE token_sha256 = :token")
                .bind("token", RandomSecret.sha256(token))
                .execute();
    }

    /** Ends every session of a person. */
    void endAll(Handle handle, String username) {
        handle.createUpdate("DELETE FROM login_session WHERE username = :username")
                .bind("username", username)
                .execute();
    }

    private void note(String token, Instant now) {
        clinical.writer().useTransaction(handle -> handle.createUpdate(
                        "UPDATE login_session SET last_used_us = :now WHERE token_sha256 = :token")
                .bind("now", EpochMicros.of(now))
                .bind("token", RandomSecret.sha256(token))
                .execute());
    }

    private record Used(Account account, Instant at) {}
}
