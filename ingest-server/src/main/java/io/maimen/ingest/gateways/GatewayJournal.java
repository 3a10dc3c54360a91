package io.maimen.ingest.gateways;

import io.maimen.ingest.audit.Action;
import io.maimen.ingest.audit.Audit;
import io.maimen.ingest.audit.AuditEvent;
import io.maimen.ingest.identity.IdentityException;
import io.maimen.observation.device.GatewayId;
import java.time.Clock;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes who was let in and who was not. Blocking; thread-safe. */
final class GatewayJournal {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayJournal.class);

    private final Audit audit;
    private final Clock clock;

    GatewayJournal(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** In the transaction that does it; {@code who}: a user's name, or {@link #name} of a gateway. */
    void done(Handle handle, String who, Action action, GatewayId gateway, String detail) {
        audit.add(handle, new AuditEvent(clock.instant(), who, action, "gateway " + gateway, detail));
    }

    /** {@code subject}: what was asked for. */
    void refused(String subject, IdentityException refusal) {
        LOG.warn("{} ({}; {})", refusal.getMessage(), refusal.reason().text(), subject);
        audit.add(new AuditEvent(
                clock.instant(),
                AuditEvent.NOBODY,
                Action.REFUSED,
                subject,
                refusal.reason().text() + ": " + refusal.getMessage()));
    }

    static String name(GatewayId gateway) {
        return "gateway:" + gateway;
    }
}
