package io.maimen.ingest.gateways;

import io.maimen.ingest.audit.Action;
import io.maimen.ingest.gateways.GatewayTable.Code;
import io.maimen.ingest.identity.IdentityException;
import io.maimen.ingest.identity.IdentityException.Reason;
import io.maimen.ingest.identity.ServerIdentity;
import io.maimen.ingest.sql.Database;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.wire.EnrolmentCode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** How a gateway comes by its certificate: once by a code, later by its signing key. Blocking; thread-safe. */
public final class Enrolment {
    private final Database clinical;
    private final ServerIdentity identity;
    private final Clock clock;
    private final Duration life;
    private final GatewayJournal journal;
    private final Consumer<GatewayId> replaced;
    private final Nonces nonces;

    Enrolment(
            Database clinical,
            ServerIdentity identity,
            Clock clock,
            Duration life,
            GatewayJournal journal,
            Consumer<GatewayId> replaced) {
        this.clinical = clinical;
        this.identity = identity;
        this.clock = clock;
        this.life = life;
        this.journal = journal;
        this.replaced = replaced;
        this.nonces = new Nonces(clock);
    }

    /** What a gateway needs to begin; PEM. */
    public record Enrolled(GatewayId gateway, String certificate, String authority, Instant serverTime) {}

    /** A number to sign, and what time it is. */
    public record Nonce(String nonce, Instant serverTime) {}

    /**
     * Makes the bearer of a code the gateway it was given out for; whoever was that gateway before is it no more.
     *
     * @param certificateRequest PKCS #10, PEM
     * @param signingKey Ed25519, SubjectPublicKeyInfo
     * @throws IdentityException when the code is unknown, used or too old, or the request is not for its gateway
     */
    public Enrolled enrol(String code, String certificateRequest, byte[] signingKey, String address)
            throws IdentityException {
        try {
            EnrolmentCode read = parsed(code);
            SigningKey key = SigningKey.of(signingKey);
            Enrolled done = clinical.writer().inTransaction(handle -> {
                Enrolled enrolled = enrol(new GatewayTable(handle), read, certificateRequest, key);
                GatewayId gateway = enrolled.gateway();
                journal.done(
                        handle,
                        GatewayJournal.name(gateway),
                        Action.ENROLLED,
                        gateway,
                        "signing key " + key.id() + ", from " + address);
                return enrolled;
            });
            replaced.accept(done.gateway());
            return done;
        } catch (IdentityException e) {
            journal.refused("enrolment from " + address, e);
            throw e;
        }
    }

    private Enrolled enrol(GatewayTable table, EnrolmentCode code, String certificateRequest, SigningKey key)
            throws IdentityException {
        Instant now = clock.instant();
        Code given = table.code(code.secretSha256())
                .orElseThrow(() -> new IdentityException(
                        Reason.WRONG,
                        "PKI-030 enrolment code must be one of this server's but is not; ask for another"));
        if (given.used()) {
            throw new IdentityException(
                    Reason.REPLAYED,
                    "PKI-031 enrolment code of gateway " + given.gateway()
                            + " must be used once but was used before; ask for another, and who used it");
        }
        if (!now.isBefore(given.expires())) {
            throw new IdentityException(
                    Reason.EXPIRED,
                    "PKI-032 enrolment code of gateway " + given.gateway() + " must be used before " + given.expires()
                            + " but it is " + now + "; ask for another");
        }
        ServerIdentity.Issued issued = identity.issue(certificateRequest, given.gateway(), life);
        table.enrol(code.secretSha256(), given.gateway(), key, now);
        table.addCertificate(issued.certificate());
        return new Enrolled(given.gateway(), issued.pem(), identity.authorityPem(), now);
    }

    /** Anyone may ask; only the gateway's signing key makes anything of it. */
    public Nonce nonce(GatewayId gateway) {
        return new Nonce(nonces.give(gateway), clock.instant());
    }

    /**
     * Gives a gateway its next certificate, also when the last one has ended.
     *
     * @param signature Ed25519 by the gateway's signing key over the nonce's letters and the request's text
     * @throws IdentityException when the nonce was used or not given, the gateway is revoked, or another's key signed
     */
    public Enrolled renew(GatewayId gateway, String nonce, String certificateRequest, byte[] signature)
            throws IdentityException {
        try {
            if (!nonces.use(nonce, gateway)) {
                throw new IdentityException(
                        Reason.REPLAYED,
                        "PKI-034 nonce must be fresh and used once by the gateway that asked for it but was not; ask for"
                                + " another");
            }
            byte[] signed = (nonce + certificateRequest).getBytes(StandardCharsets.UTF_8);
            return clinical.writer().inTransaction(handle -> {
                Enrolled renewed = renew(new GatewayTable(handle), gateway, certificateRequest, signed, signature);
                journal.done(handle, GatewayJournal.name(gateway), Action.RENEWED, gateway, "");
                return renewed;
            });
        } catch (IdentityException e) {
            journal.refused("certificate of gateway " + gateway, e);
            throw e;
        }
    }

    private Enrolled renew(
            GatewayTable table, GatewayId gateway, String certificateRequest, byte[] signed, byte[] signature)
            throws IdentityException {
        if (table.isRevoked(gateway)) {
            throw GatewayGate.revoked(gateway);
        }
        byte[] key = table.activeKey(gateway)
                .orElseThrow(() -> new IdentityException(
                        Reason.WRONG, "PKI-023 gateway must be enrolled here but " + gateway + " is not; enrol it"));
        if (!SigningKey.of(key).verifies(signed, signature)) {
            throw new IdentityException(
                    Reason.WRONG,
                    "PKI-035 request must be signed by the signing key of gateway " + gateway
                            + " but was not; enrol it anew when its directory was replaced");
        }
        ServerIdentity.Issued issued = identity.issue(certificateRequest, gateway, life);
        table.addCertificate(issued.certificate());
        return new Enrolled(gateway, issued.pem(), identity.authorityPem(), clock.instant());
    }

    private static EnrolmentCode parsed(String code) throws IdentityException {
        try {
            return EnrolmentCode.parse(code);
        } catch (IllegalArgumentException e) {
            throw new IdentityException(Reason.WRONG, e.getMessage());
        }
    }
}
