package io.maimen.ingest.security;

import io.maimen.ingest.sql.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs people in and out. Blocking; thread-safe. */
public final class Login {
    private static final Logger LOG = LoggerFactory.getLogger(Login.class);

    private final Accounts accounts;
    private final Sessions sessions;
    private final FailedLogins failed;
    private final PasswordHash passwords;
    private Optional<String> nobody = Optional.empty();

    private Login(Accounts accounts, Sessions sessions, FailedLogins failed, PasswordHash passwords) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.failed = failed;
        this.passwords = passwords;
    }

    /** Accounts and sessions of the clinical records. */
    public static Login of(Database clinical, Clock clock, Duration sessionIdle) {
        return new Login(
                new Accounts(clinical, clock),
                new Sessions(clinical, clock, sessionIdle),
                new FailedLogins(clock),
                new PasswordHash());
    }

    /** Whether nobody can log in yet. */
    boolean hasNoAccounts() {
        return accounts.isEmpty();
    }

    void create(Account account, String password) {
        accounts.create(new Accounts.Stored(account, passwords.of(password)));
    }

    /** Opens a session where the password is right. {@code address} is the caller's, for the limit on attempts. */
    public LoginResult login(String username, String password, String address) {
        Duration wait = longer(failed.remaining("name " + username), failed.remaining("address " + address));
        if (!wait.isZero()) {
            return new LoginResult.TooMany(wait);
        }
        Optional<Accounts.Stored> account = accounts.find(username);
        boolean right =
                passwords.matches(account.map(Accounts.Stored::passwordHash).orElseGet(this::nobody), password);
        if (account.isEmpty() || !right) {
            failed.failed("name " + username);
            failed.failed("address " + address);
            LOG.warn("SRV-060 login from {} must name an account and its password but did not", address);
            return new LoginResult.Refused();
        }
        failed.succeeded("name " + username);
        failed.succeeded("address " + address);
        return new LoginResult.LoggedIn(
                sessions.open(account.get().account()), account.get().account());
    }

    /** Whose token it is. */
    public Optional<Account> account(String token) {
        return sessions.find(token);
    }

    /** Ends the token's session. */
    public void logout(String token) {
        sessions.end(token);
    }

    /** What a stranger's password is compared with, so that an unknown name takes as long as a known one. */
    private synchronized String nobody() {
        String hash = nobody.orElseGet(() -> passwords.of(RandomSecret.password()));
        nobody = Optional.of(hash);
        return hash;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
