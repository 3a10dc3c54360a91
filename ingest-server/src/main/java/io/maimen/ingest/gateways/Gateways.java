package io.maimen.ingest.gateways;

import io.maimen.ingest.audit.Audit;
import io.maimen.ingest.identity.ServerIdentity;
import io.maimen.ingest.sql.Database;
import java.time.Clock;
import java.time.Duration;

/** The parts of this room, which share what they know. Immutable; thread-safe. */
public record Gateways(
        GatewayRegistry registry, Enrolment enrolment, GatewayGate gate, SignatureGate signatures, SigningKeys keys) {
    /** {@code certificateLife}: how long a gateway's certificate holds. */
    public static Gateways of(
            Database clinical, Audit audit, ServerIdentity identity, Clock clock, Duration certificateLife) {
        GatewayJournal journal = new GatewayJournal(audit, clock);
        Presence presence = new Presence(clinical, clock);
        GatewayRegistry registry = new GatewayRegistry(clinical, identity, clock, journal, presence);
        return new Gateways(
                registry,
                new Enrolment(clinical, identity, clock, certificateLife, journal, registry::tellRevoked),
                new GatewayGate(clinical, clock, journal, presence),
                new SignatureGate(clinical, journal),
                new SigningKeys(clinical));
    }
}
