package io.maimen.ingest.security;

import io.maimen.ingest.audit.Action;
import io.maimen.ingest.audit.Audit;
import io.maimen.ingest.audit.AuditEvent;
import io.maimen.ingest.sql.Database;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What administrators do with accounts and organisations of their own tree. Blocking; thread-safe. */
public final class People {
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");
    /** How the machine and strangers sign. */
    private static final Set<String> RESERVED = Set.of(AuditEvent.SERVER, AuditEvent.NOBODY, "assess");

    private final Database clinical;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Passwords passwords;
    private final Organisations organisations;
    private final Audit audit;
    private final Clock clock;
    private final Login login;

    private People(Database clinical, Clock clock, SessionLimits limits, Organisations organisations, Audit audit) {
        this.clinical = clinical;
        this.accounts = new Accounts(clinical, clock);
        this.sessions = new Sessions(clinical, clock, limits);
        this.passwords = new Passwords();
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
        this.login = new Login(clinical, accounts, sessions, passwords, organisations, audit, clock);
    }

    /** Accounts, sessions and organisations of the clinical records. */
    public static People of(Database clinical, Clock clock, SessionLimits limits, Audit audit) {
        return new People(clinical, clock, limits, new Organisations(clinical), audit);
    }

    public Login login() {
        return login;
    }

    public Organisations organisations() {
        return organisations;
    }

    /** An account and whether it may log in. Immutable. */
    public record Person(Account account, boolean disabled) {}

    /** The accounts of a scope, by name. */
    public List<Person> list(Scope scope) {
        return accounts.list(scope).stream()
                .map(stored -> new Person(stored.account(), stored.disabled()))
                .toList();
    }

    /** One account; empty where there is none of that name in the scope. */
    public Optional<Account> find(Scope scope, String username) {
        return accounts.find(username)
                .map(Accounts.Stored::account)
                .filter(account -> scope.sees(account.organisation()));
    }

    /** Whether nobody can log in yet. */
    boolean isEmpty() {
        return accounts.isEmpty();
    }

    /**
     * Makes an account. The caller's scope must see its organisation.
     *
     * @throws RefusedException where the name is malformed or taken, or the password too short
     */
    public void create(String by, Account account, String password) throws RefusedException {
        if (!USERNAME.matcher(account.username()).matches() || RESERVED.contains(account.username())) {
            throw new RefusedException(
                    "SRV-067", "username must match " + USERNAME + " but was '" + account.username() + "'");
        }
        if (account.displayName().isBlank()) {
            throw new RefusedException("SRV-067", "displayName must be given but was blank");
        }
        String hash = passwords.hash(account, password);
        boolean created = clinical.writer().inTransaction(handle -> {
            boolean done = accounts.create(handle, account, hash);
            if (done) {
                String detail = account.role().text() + " of " + account.organisation();
                audit.add(handle, event(by, Action.CREATED, "user " + account.username(), detail));
            }
            return done;
        });
        if (!created) {
            throw new RefusedException("SRV-065", "username must be new but is taken; choose another");
        }
    }

    /** Gives a person another password, without the old one; ends every session of that person. */
    public void setPassword(String by, Account account, String password) throws RefusedException {
        String hash = passwords.hash(account, password);
        clinical.writer().useTransaction(handle -> {
            accounts.setPassword(handle, account.username(), hash);
            sessions.endAll(handle, account.username());
            audit.add(handle, event(by, Action.CHANGED, "user " + account.username(), "password"));
        });
    }

    /**
     * Ends an account; what it signed stays. Ends every session of that person.
     *
     * @throws RefusedException where it is one's own: the last administrator would be locked out
     */
    public void disable(String by, Account account) throws RefusedException {
        if (account.username().equals(by)) {
            throw new RefusedException(
                    "SRV-068", "account must be another's but is your own; ask another administrator");
        }
        clinical.writer().useTransaction(handle -> {
            accounts.disable(handle, account.username());
            sessions.endAll(handle, account.username());
            audit.add(handle, event(by, Action.DISABLED, "user " + account.username(), ""));
        });
    }

    /**
     * Adds an organisation. The caller's scope must see its parent.
     *
     * @throws RefusedException where the id is taken
     */
    public void create(String by, Organisation organisation) throws RefusedException {
        if (organisations.find(organisation.id()).isPresent()) {
            throw new RefusedException("SRV-065", "organisation must be new but is there already; choose another id");
        }
        clinical.writer().useTransaction(handle -> {
            organisations.create(handle, organisation);
            String detail =
                    "under " + organisation.parent().map(OrganisationId::value).orElse("nothing");
            audit.add(handle, event(by, Action.CREATED, "organisation " + organisation.id(), detail));
        });
        organisations.reload();
    }

    private AuditEvent event(String by, Action action, String subject, String detail) {
        return new AuditEvent(clock.instant(), by, action, subject, detail);
    }
}
