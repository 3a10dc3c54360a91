package io.maimen.ingest.security;

import io.maimen.ingest.audit.Action;
import io.maimen.ingest.audit.Audit;
import io.maimen.ingest.audit.AuditEvent;
import io.maimen.ingest.sql.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs people in and out. Blocking; thread-safe. */
public final class Login {
    private static final Logger LOG = LoggerFactory.getLogger(Login.class);
    private static final int WRONG_FOR_A_NAME = 5;
    /** A clinic's doctors share one address. */
    private static final int WRONG_FROM_AN_ADDRESS = 30;

    private static final String SUBJECT = "session";

    private final Database clinical;
    private final Accounts accounts;
    private final Sessions sessions;
    private final FailedLogins failedForName;
    private final FailedLogins failedFromAddress;
    private final Passwords passwords;
    private final Organisations organisations;
    private final Audit audit;
    private final Clock clock;

    Login(
            Database clinical,
            Accounts accounts,
            Sessions sessions,
            Passwords passwords,
            Organisations organisations,
            Audit audit,
            Clock clock) {
        this.clinical = clinical;
        this.accounts = accounts;
        this.sessions = sessions;
        this.failedForName = new FailedLogins(clock, WRONG_FOR_A_NAME);
        this.failedFromAddress = new FailedLogins(clock, WRONG_FROM_AN_ADDRESS);
        this.passwords = passwords;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    /** Opens a session where the password is right. {@code address} is the caller's, for the limit on attempts. */
    public LoginResult login(String username, String password, String address) {
        Optional<LoginResult> refused = refusal(username, password, address);
        if (refused.isPresent()) {
            return refused.get();
        }
        Account account = accounts.find(username).orElseThrow().account();
        return clinical.writer().inTransaction(handle -> open(handle, account, address));
    }

    /** Empty where the password is the name's; counts and audits the attempt otherwise. */
    private Optional<LoginResult> refusal(String username, String password, String address) {
        Duration wait = begin(username, address);
        if (!wait.isZero()) {
            return Optional.of(new LoginResult.TooMany(wait));
        }
        Optional<Accounts.Stored> account = accounts.find(username).filter(found -> !found.disabled());
        if (passwords.matches(account.map(Accounts.Stored::passwordHash), password)) {
            failedForName.clear(username);
            failedFromAddress.forgive(address);
            return Optional.empty();
        }
        LOG.warn("SRV-060 login from {} must name an account and its password but did not", address);
        String who = account.isPresent() ? username : AuditEvent.NOBODY;
        audit.add(new AuditEvent(clock.instant(), who, Action.LOGIN_REFUSED, SUBJECT, "from " + address));
        return Optional.of(new LoginResult.Refused());
    }

    private Duration begin(String username, String address) {
        Duration forName = failedForName.begin(username);
        Duration forAddress = forName.isZero() ? failedFromAddress.begin(address) : Duration.ZERO;
        if (!forAddress.isZero()) {
            failedForName.forgive(username);
        }
        return forName.plus(forAddress);
    }

    private LoginResult open(Handle handle, Account account, String address) {
        String token = sessions.open(handle, account);
        audit.add(
                handle,
                new AuditEvent(clock.instant(), account.username(), Action.LOGGED_IN, SUBJECT, "from " + address));
        return new LoginResult.LoggedIn(token, account);
    }

    /** Whose token it is, with what may be seen. */
    public Optional<Caller> caller(String token) {
        return sessions.use(token).map(this::caller);
    }

    /** The same for a stream that stays open: it does not keep the session from ending. */
    public Optional<Caller> watcher(String token) {
        return sessions.look(token).map(this::caller);
    }

    private Caller caller(Account account) {
        return new Caller(account, organisations.under(account.organisation()));
    }

    /** Ends the token's session. */
    public void logout(String token) {
        Optional<Account> account = sessions.look(token);
        clinical.writer().useTransaction(handle -> {
            sessions.end(handle, token);
            account.ifPresent(known -> audit.add(
                    handle, new AuditEvent(clock.instant(), known.username(), Action.LOGGED_OUT, SUBJECT, "")));
        });
    }

    /**
     * Gives a person who knows the old password a new one; every session of that person ends, and a new one opens.
     *
     * @throws RefusedException where the new one is too short
     */
    public LoginResult changePassword(Account account, String old, String password, String address)
            throws RefusedException {
        String hash = passwords.hash(account, password);
        Optional<LoginResult> refused = refusal(account.username(), old, address);
        if (refused.isPresent()) {
            return refused.get();
        }
        return clinical.writer().inTransaction(handle -> {
            accounts.setPassword(handle, account.username(), hash);
            sessions.endAll(handle, account.username());
            audit.add(
                    handle,
                    new AuditEvent(
                            clock.instant(),
                            account.username(),
                            Action.CHANGED,
                            "user " + account.username(),
                            "own password"));
            return open(handle, account, address);
        });
    }
}
