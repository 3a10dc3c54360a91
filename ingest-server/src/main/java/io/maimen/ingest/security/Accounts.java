package io.maimen.ingest.security;

import io.maimen.ingest.sql.Database;
import io.maimen.ingest.sql.EpochMicros;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The accounts there are. Blocking; thread-safe. */
final class Accounts {
    private final Database clinical;
    private final Clock clock;

    Accounts(Database clinical, Clock clock) {
        this.clinical = clinical;
        this.clock = clock;
    }

    /** An account with the hash of its password. */
    record Stored(Account account, String passwordHash, boolean disabled) {}

    Optional<Stored> find(String username) {
        return clinical.reader()
                .withHandle(handle -> handle.createQuery("SELECT * FROM account WHERE username = :username")
                        .bind("username", username)
                        .map((row, context) -> stored(row))
                        .findOne());
    }

    /** The accounts of a scope's organisations, by name. */
    List<Stored> list(Scope scope) {
        return clinical.reader().withHandle(handle -> scope.bind(handle.createQuery(
                        "SELECT * FROM account WHERE organisation IN " + Scope.SUBTREE + " ORDER BY username"))
                .map((row, context) -> stored(row))
                .list());
    }

    boolean isEmpty() {
        return clinical.reader()
                .withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM account")
                                .mapTo(Integer.class)
                                .one()
                        == 0);
    }

    /** Adds an account; false where the name is taken. */
    boolean create(Handle handle, Account account, String passwordHash) {
        return handle.createUpdate("INSERT INTO account (username, display_name, role, organisation, password_hash,"
                                + " created_us) VALUES (:username, :displayName, :role, :organisation, :hash, :created)"
                                + " ON CONFLICT (username) DO NOTHING")
                        .bind("username", account.username())
                        .bind("displayName", account.displayName())
                        .bind("role", account.role().text())
                        .bind("organisation", account.organisation().value())
                        .bind("hash", passwordHash)
                        .bind("created", EpochMicros.of(clock.instant()))
                        .execute()
                == 1;
    }

    void setPassword(Handle handle, String username, String passwordHash) {
        handle.createUpdate("UPDATE account SET password_hash = :hash WHERE username = :username")
                .bind("hash", passwordHash)
                .bind("username", username)
                .execute();
    }

    /** One that is disabled already keeps the time it was. */
    void disable(Handle handle, String username) {
        handle.createUpdate("UPDATE account SET disabled_us = :now WHERE username = :username AND disabled_us IS NULL")
                .bind("now", EpochMicros.of(clock.instant()))
                .bind("username", username)
                .execute();
    }

    private static Stored stored(ResultSet row) throws SQLException {
        long disabled = row.getLong("disabled_us");
        return new Stored(account(row), row.getString("password_hash"), disabled != 0);
    }

    /** The account of a row with the columns of table {@code account}. */
    static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("username"),
                row.getString("display_name"),
                Role.find(row.getString("role")).orElseThrow(),
                new OrganisationId(row.getString("organisation")));
    }
}
