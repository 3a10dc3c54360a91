package io.maimen.ingest.audit;

import io.maimen.ingest.follow.WokenThread;
import io.maimen.ingest.follow.WokenThread.Outcome;
import io.maimen.ingest.sql.Database;
import io.maimen.ingest.sql.EpochMicros;
import io.maimen.log.LogException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who saw, changed, signed: append-only, each entry linked to the one before it. Blocking; thread-safe.
 *
 * <p>An entry commits with what it tells of. Shortly after, a thread of its own signs the new end of the chain into a
 * file outside the database; killed in between, the signed head is behind the chain, never before it. Where the table
 * does not hold what the head proves, the next entry links to the head: the chain then shows for ever where it broke.
 */
public final class Audit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Audit.class);

    private final Database clinical;
    private final SignedHead file;
    private final WokenThread signer;
    private volatile AuditHead signed;

    private Audit(Database clinical, SignedHead file) throws LogException {
        this.clinical = clinical;
        this.file = file;
        this.signed = firstHead();
        this.signer = WokenThread.start("audit", this::sign);
    }

    /**
     * Opens the audit of a server's directory and makes its key where there is none.
     *
     * @param clinical holds table {@code audit}
     * @param directory the server's; the key goes to {@code identity/audit.key}, the signed head to {@code audit/}
     * @throws IOException key or head can be neither read nor made
     */
    public static Audit open(Database clinical, Path directory) throws IOException {
        return new Audit(clinical, SignedHead.open(directory));
    }

    private AuditHead firstHead() throws LogException {
        Optional<AuditHead> found = file.read();
        if (found.isPresent()) {
            return found.get();
        }
        if (clinical.reader().withHandle(Audit::last).isPresent()) {
            LOG.error("AUD-002 the audit's signed head must be there but is gone or forged; the chain is broken here");
            return AuditHead.LOST;
        }
        file.write(AuditHead.GENESIS);
        return AuditHead.GENESIS;
    }

    /** Adds an entry in a transaction of its own; it is on the disk when this returns. */
    public void add(AuditEvent event) {
        clinical.writer().useTransaction(handle -> add(handle, event));
    }

    /** Adds an entry within the caller's transaction on the clinical records: it stands or falls with it. */
    public void add(Handle handle, AuditEvent event) {
        AuditHead proven = signed;
        Optional<AuditEntry> last = last(handle);
        long seq = Math.max(proven.seq(), last.map(AuditEntry::seq).orElse(0L)) + 1;
        AuditHead link = proven;
        if (holds(handle, proven)) {
            link = last.map(AuditEntry::head).orElse(proven);
        } else {
            LOG.error(
                    "AUD-003 audit entry {} must be as it was signed but is changed or gone; see ./maimen audit verify",
                    proven.seq());
        }
        AuditEntry.linked(
                        link,
                        seq,
                        EpochMicros.of(event.at()),
                        event.who(),
                        event.action().text(),
                        event.subject(),
                        event.detail())
                .insert(handle);
        handle.afterCommit(signer::wake);
    }

    private static Optional<AuditEntry> last(Handle handle) {
        return handle.createQuery("SELECT * FROM audit ORDER BY seq DESC LIMIT 1")
                .map(AuditEntry::read)
                .findOne();
    }

    private static boolean holds(Handle handle, AuditHead head) {
        if (head.seq() == 0) {
            return head.equals(AuditHead.GENESIS);
        }
        return handle.createQuery("SELECT hash FROM audit WHERE seq = :seq")
                .bind("seq", head.seq())
                .mapTo(String.class)
                .findOne()
                .filter(head.hash()::equals)
                .isPresent();
    }

    private Outcome sign() {
        try {
            Optional<AuditHead> last = clinical.reader().withHandle(Audit::last).map(AuditEntry::head);
            if (last.isPresent() && last.get().seq() > signed.seq()) {
                file.write(last.get());
                signed = last.get();
            }
            return Outcome.IDLE;
        } catch (LogException | JdbiException e) {
            LOG.error("AUD-004 the audit's head must be signed but was not; trying again: {}", e.getMessage());
            return Outcome.FAILED;
        }
    }

    /** Returns when the chain's end is signed. */
    @Override
    public void close() {
        signer.close();
        sign();
        file.close();
    }
}
