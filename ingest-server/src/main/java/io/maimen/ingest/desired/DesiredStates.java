package io.maimen.ingest.desired;

import io.maimen.alerting.rule.LimitRule;
import io.maimen.ingest.audit.Action;
import io.maimen.ingest.audit.Audit;
import io.maimen.ingest.audit.AuditEvent;
import io.maimen.ingest.clinical.LimitRecords;
import io.maimen.ingest.identity.DesiredKey;
import io.maimen.ingest.security.Caller;
import io.maimen.ingest.sql.Database;
import io.maimen.observation.Bytes;
import io.maimen.observation.RawFrameRef;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.wire.DesiredContent;
import io.maimen.observation.wire.DesiredContent.PersonalLimit;
import io.maimen.observation.wire.DesiredContent.Revocation;
import io.maimen.observation.wire.DesiredState;
import io.maimen.observation.wire.DesiredStateCodec;
import io.maimen.observation.wire.Reported;
import io.maimen.observation.wire.SignedState;
import io.maimen.observation.wire.SignedStateCodec;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a gateway's next version whenever what it is to work by is not what it was, and signs it. Blocking; thread-safe.
 */
public final class DesiredStates {
    private final Database clinical;
    private final Audit audit;
    private final DesiredKey key;
    private final RunningPacks packs;
    private final Clock clock;
    private final DesiredStateCodec codec = new DesiredStateCodec();

    /** {@code packs}: what this server judges by. */
    public DesiredStates(Database clinical, Audit audit, DesiredKey key, RunningPacks packs, Clock clock) {
        this.clinical = clinical;
        this.audit = audit;
        this.key = key;
        this.packs = packs;
        this.clock = clock;
    }

    /** What to send, and which version it is. */
    public record Signed(int version, Bytes bytes) {}

    /** What a gateway is to work by, and what it said it does. */
    public record Versions(int desired, Optional<Integer> reported, Optional<String> refusal) {}

    /** What a gateway is to work by now; the same bytes until something changes. */
    public Signed signed(GatewayId gateway) {
        DesiredContent content = content(gateway);
        DesiredTables.Version version = version(gateway, content);
        byte[] state = codec.toCbor(new DesiredState(gateway, version.number(), version.issuedAt(), content));
        SignedState signed = new SignedState(Bytes.of(state), Bytes.of(key.sign(SignedState.signed(state))));
        return new Signed(version.number(), Bytes.of(new SignedStateCodec().toCbor(signed)));
    }

    private DesiredContent content(GatewayId gateway) {
        Instant now = clock.instant();
        return clinical.reader().inTransaction(handle -> {
            DesiredTables tables = new DesiredTables(handle);
            return new DesiredContent(
                    tables.slotMaps(gateway, now),
                    packs.texts(),
                    tables.limits(gateway, now),
                    tables.revocations(gateway));
        });
    }

    private DesiredTables.Version version(GatewayId gateway, DesiredContent content) {
        String sha256 = RawFrameRef.of(Bytes.of(codec.toCbor(new DesiredState(gateway, 1, Instant.EPOCH, content))))
                .sha256();
        Optional<DesiredTables.Version> current = clinical.reader()
                .withHandle(handle -> new DesiredTables(handle).version(gateway))
                .filter(version -> version.contentSha256().equals(sha256));
        return current.orElseGet(() -> clinical.writer().inTransaction(handle -> {
            DesiredTables tables = new DesiredTables(handle);
            int last =
                    tables.version(gateway).map(DesiredTables.Version::number).orElse(0);
            DesiredTables.Version next = new DesiredTables.Version(last + 1, sha256, clock.instant());
            tables.put(gateway, next);
            return tables.version(gateway).orElse(next);
        }));
    }

    /** Keeps what a gateway said. */
    public void reported(GatewayId gateway, Reported reported) {
        clinical.writer().useTransaction(handle -> new DesiredTables(handle).put(gateway, reported, clock.instant()));
    }

    /** How far each gateway is. */
    public Map<GatewayId, Versions> versions() {
        return clinical.reader().withHandle(handle -> new DesiredTables(handle).versions());
    }

    /** The rule of a pack that is judged by; empty where none has it. */
    public Optional<LimitRule> rule(String id) {
        return packs.rule(id);
    }

    /** A patient's own limit takes the place of what the patient had for this rule, for what is measured from now on. */
    public void limit(PersonalLimit limit) {
        clinical.writer().useTransaction(handle -> {
            new LimitRecords(handle).put(limit, clock.instant());
            String detail = limit.rule() + " " + limit.limit() + " until " + limit.until() + ": " + limit.reason();
            audit.add(
                    handle,
                    new AuditEvent(clock.instant(), limit.by(), Action.CHANGED, "patient " + limit.patient(), detail));
        });
    }

    /** No gateway of the caller's tree serves it any more. */
    public void revoke(Caller who, Revocation revocation, String reason) {
        decide(who, revocation, Action.REVOKED, reason);
    }

    /** The caller's tree serves it again, unless somebody above says otherwise. */
    public void admitAgain(Caller who, Revocation revocation, String reason) {
        decide(who, revocation, Action.CHANGED, "served again: " + reason);
    }

    private void decide(Caller who, Revocation revocation, Action action, String reason) {
        String organisation = who.scope().top().value();
        String subject = revocation.kind().text() + " " + revocation.id();
        clinical.writer().useTransaction(handle -> {
            DesiredTables tables = new DesiredTables(handle);
            if (action == Action.REVOKED) {
                tables.revoke(organisation, revocation);
            } else {
                tables.admitAgain(organisation, revocation);
            }
            audit.add(handle, new AuditEvent(clock.instant(), who.username(), action, subject, reason));
        });
    }

    /** By which a gateway knows that a state is ours: Ed25519, SubjectPublicKeyInfo. */
    public byte[] publicKey() {
        return key.publicKey();
    }
}
