package io.maimen.ingest.security;

import io.maimen.ingest.sql.Database;
import io.maimen.ingest.sql.EpochMicros;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Logins that stand; they survive a restart of the server. Only hashes of tokens are kept. Blocking; thread-safe. */
final class Sessions {
    /** Use is noted this seldom, so that looking at a page does not write to the disk at every request. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final Database clinical;
    private final Clock clock;
    private final Duration idle;

    Sessions(Database clinical, Clock clock, Duration idle) {
        this.clinical = clinical;
        this.clock = clock;
        this.idle = idle;
    }

    /** Opens a session and forgets those that have expired; returns its token. */
    String open(Account account) {
        String token = RandomSecret.token();
        Instant now = clock.instant();
        clinical.writer().useTransaction(handle -> {
            handle.createUpdate("DELETE FROM login_session WHERE last_used_us <= :expired")
                    .bind("expired", EpochMicros.of(now.minus(idle)))
                    .execute();
            handle.createUpdate("INSERT INTO login_session (token_sha256, username, created_us, last_used_us)"
                            + " VALUES (:token, :username, :now, :now)")
                    .bind("token", RandomSecret.sha256(token))
                    .bind("username", account.username())
                    .bind("now", EpochMicros.of(now))
                    .execute();
        });
        return token;
    }

    /** Whose session it is; empty when there is none or it was idle for too long. */
    Optional<Account> find(String token) {
        Instant now = clock.instant();
        String sha256 = RandomSecret.sha256(token);
        Optional<Used> used = clinical.reader()
                .withHandle(handle -> handle.createQuery("SELECT a.username, a.display_name, s.last_used_us"
                                + " FROM login_session s JOIN account a ON a.username = s.username"
                                + " WHERE s.token_sha256 = :token AND s.last_used_us > :expired")
                        .bind("token", sha256)
                        .bind("expired", EpochMicros.of(now.minus(idle)))
                        .map((row, context) -> new Used(
                                new Account(row.getString("username"), row.getString("display_name")),
                                EpochMicros.instant(row.getLong("last_used_us"))))
                        .findOne());
        used.filter(session -> session.at().plus(NOTED_EVERY).isBefore(now)).ifPresent(session -> note(sha256, now));
        return used.map(Used::account);
    }

    /** Ends a session; ending one that is not there does nothing. */
    void end(String token) {
        clinical.writer()
                .useTransaction(handle -> handle.createUpdate("DELETE FROM login_session WHERE token_sha256 = :token")
                        .bind("token", RandomSecret.sha256(token))
                        .execute());
    }

    private void note(String sha256, Instant now) {
        clinical.writer().useTransaction(handle -> handle.createUpdate(
                        "UPDATE login_session SET last_used_us = :now WHERE token_sha256 = :token")
                .bind("now", EpochMicros.of(now))
                .bind("token", sha256)
                .execute());
    }

    private record Used(Account account, Instant at) {}
}
