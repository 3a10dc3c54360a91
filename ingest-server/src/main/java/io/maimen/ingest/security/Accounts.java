package io.maimen.ingest.security;

import io.maimen.ingest.sql.Database;
import io.maimen.ingest.sql.EpochMicros;
import java.time.Clock;
import java.util.Optional;

/** The accounts there are. Blocking; thread-safe. */
final class Accounts {
    private final Database clinical;
    private final Clock clock;

    Accounts(Database clinical, Clock clock) {
        this.clinical = clinical;
        this.clock = clock;
    }

    /** An account with the hash of its password. */
    record Stored(Account account, String passwordHash) {}

    Optional<Stored> find(String username) {
        return clinical.reader()
                .withHandle(handle -> handle.createQuery("SELECT * FROM account WHERE username = :username")
                        .bind("username", username)
                        .map((row, context) -> new Stored(
                                new Account(row.getString("username"), row.getString("display_name")),
                                row.getString("password_hash")))
                        .findOne());
    }

    boolean isEmpty() {
        return clinical.reader()
                .withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM account")
                                .mapTo(Integer.class)
                                .one()
                        == 0);
    }

    void create(Stored account) {
        clinical.writer().useTransaction(handle -> handle.createUpdate(
                        "INSERT INTO account (username, display_name, password_hash, created_us)"
                                + " VALUES (:username, :displayName, :hash, :created)")
                .bind("username", account.account().username())
                .bind("displayName", account.account().displayName())
                .bind("hash", account.passwordHash())
                .bind("created", EpochMicros.of(clock.instant()))
                .execute());
    }
}
