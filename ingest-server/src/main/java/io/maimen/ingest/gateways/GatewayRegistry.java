package io.maimen.ingest.gateways;

import io.maimen.ingest.audit.Action;
import io.maimen.ingest.identity.ServerIdentity;
import io.maimen.ingest.security.OrganisationId;
import io.maimen.ingest.security.Scope;
import io.maimen.ingest.sql.Database;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.wire.EnrolmentCode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What administrators decide about gateways. Blocking; thread-safe. */
public final class GatewayRegistry {
    static final Duration CODE_LIFE = Duration.ofHours(24);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database clinical;
    private final ServerIdentity identity;
    private final Clock clock;
    private final GatewayJournal journal;
    private final Presence presence;
    private final List<Consumer<GatewayId>> onRevoked = new CopyOnWriteArrayList<>();

    GatewayRegistry(
            Database clinical, ServerIdentity identity, Clock clock, GatewayJournal journal, Presence presence) {
        this.clinical = clinical;
        this.identity = identity;
        this.clock = clock;
        this.journal = journal;
        this.presence = presence;
    }

    /** Enters a gateway; false when there is one of that name. */
    public boolean create(String who, GatewayId gateway, OrganisationId organisation) {
        return clinical.writer().inTransaction(handle -> {
            boolean made = new GatewayTable(handle).create(gateway, organisation, clock.instant());
            if (made) {
                journal.done(handle, who, Action.CREATED, gateway, "in " + organisation);
            }
            return made;
        });
    }

    /** Those of a scope, by name. */
    public List<KnownGateway> list(Scope scope) {
        return clinical.reader().withHandle(handle -> new GatewayTable(handle).all()).stream()
                .filter(gateway -> scope.sees(gateway.organisation()))
                .map(presence::completed)
                .toList();
    }

    /** A code that enrols a gateway once. */
    public record GivenCode(EnrolmentCode code, Instant expiresAt) {}

    /** Gives out a code; empty when the scope has no such gateway. A revoked one is let in again by using it. */
    public Optional<GivenCode> code(String who, Scope scope, GatewayId gateway) {
        byte[] secret = new byte[EnrolmentCode.SECRET_BYTES];
        RANDOM.nextBytes(secret);
        EnrolmentCode code = EnrolmentCode.of(secret, identity.authorityBytes());
        Instant expires = clock.instant().plus(CODE_LIFE);
        return clinical.writer().inTransaction(handle -> {
            GatewayTable table = new GatewayTable(handle);
            if (table.organisation(gateway).filter(scope::sees).isEmpty()) {
                return Optional.empty();
            }
            table.addCode(code.secretSha256(), gateway, expires);
            journal.done(handle, who, Action.CHANGED, gateway, "enrolment code given out, good until " + expires);
            return Optional.of(new GivenCode(code, expires));
        });
    }

    /** Shuts a gateway out, at once; false when the scope has no such gateway. */
    public boolean revoke(String who, Scope scope, GatewayId gateway, String reason) {
        boolean known = clinical.writer().inTransaction(handle -> {
            GatewayTable table = new GatewayTable(handle);
            boolean there = table.organisation(gateway).filter(scope::sees).isPresent();
            if (there) {
                table.revoke(gateway, reason, clock.instant());
                journal.done(handle, who, Action.REVOKED, gateway, reason);
            }
            return there;
        });
        if (known) {
            tellRevoked(gateway);
        }
        return known;
    }

    /** Whoever was that gateway so far is it no more. */
    void tellRevoked(GatewayId gateway) {
        onRevoked.forEach(listener -> listener.accept(gateway));
    }

    /** {@code listener} hears of each revocation after it is durable, and of each enrolment: it revokes the one before. */
    public void onRevoked(Consumer<GatewayId> listener) {
        onRevoked.add(listener);
    }
}
