package io.maimen.ingest.gateways;

import io.maimen.ingest.identity.GatewayCertificate;
import io.maimen.ingest.identity.IdentityException;
import io.maimen.ingest.identity.IdentityException.Reason;
import io.maimen.ingest.sql.Database;
import io.maimen.observation.device.GatewayId;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;

/** Judges who may be connected as a gateway. Blocking; thread-safe. */
public final class GatewayGate {
    private final Database clinical;
    private final Clock clock;
    private final GatewayJournal journal;
    private final Presence presence;

    GatewayGate(Database clinical, Clock clock, GatewayJournal journal, Presence presence) {
        this.clinical = clinical;
        this.clock = clock;
        this.journal = journal;
        this.presence = presence;
    }

    /**
     * Lets a connection in, or says why not.
     *
     * @param shown the certificate by which the TLS client proved itself; our CA signed it
     * @param clientId as the connection calls itself
     * @param address where it comes from
     * @throws IdentityException no certificate, another gateway's, expired, revoked
     */
    public GatewayCertificate enter(Optional<Certificate> shown, String clientId, String address)
            throws IdentityException {
        try {
            GatewayCertificate certificate = read(shown);
            if (!certificate.gateway().value().equals(clientId)) {
                throw new IdentityException(
                        Reason.WRONG,
                        "PKI-022 client id must be " + certificate.gateway() + ", as the certificate says, but was '"
                                + clientId + "'; correct gateway.id");
            }
            stillHolds(certificate);
            presence.came(certificate.gateway());
            return certificate;
        } catch (IdentityException e) {
            journal.refused("connection from " + address, e);
            throw e;
        }
    }

    /**
     * Judges a connection again that {@link #enter} let in.
     *
     * @throws IdentityException its certificate has ended or was revoked since
     */
    public void stay(GatewayCertificate certificate) throws IdentityException {
        try {
            stillHolds(certificate);
        } catch (IdentityException e) {
            journal.refused("connection of gateway " + certificate.gateway(), e);
            throw e;
        }
    }

    /** Whether a certificate's time is over; does not block. */
    public boolean hasEnded(GatewayCertificate certificate) {
        return !clock.instant().isBefore(certificate.until());
    }

    /** The connection that {@link #enter} let in is gone, and no other took its place. */
    public void leave(GatewayId gateway) {
        presence.went(gateway);
    }

    /** A TLS client was refused before it could say a word. */
    public void refusedAtTheDoor(String message) {
        journal.refused("TLS handshake", new IdentityException(Reason.WRONG, message));
    }

    /** Throws when a certificate does not hold any more: expired, or revoked since. */
    private void stillHolds(GatewayCertificate certificate) throws IdentityException {
        GatewayId gateway = certificate.gateway();
        boolean gatewayRevoked = clinical.reader().withHandle(handle -> new GatewayTable(handle).isRevoked(gateway));
        Optional<Boolean> revoked =
                clinical.reader().withHandle(handle -> new GatewayTable(handle).certificateRevoked(certificate));
        if (revoked.isEmpty()) {
            throw new IdentityException(
                    Reason.WRONG,
                    "PKI-023 certificate must be one this server gave to " + gateway
                            + " but is not; enrol the gateway");
        }
        if (gatewayRevoked || revoked.get()) {
            throw revoked(gateway);
        }
        if (hasEnded(certificate)) {
            throw new IdentityException(
                    Reason.EXPIRED,
                    "PKI-024 certificate of gateway " + gateway + " must hold today but ended " + certificate.until()
                            + "; the gateway renews it by itself over HTTPS");
        }
    }

    static IdentityException revoked(GatewayId gateway) {
        return new IdentityException(
                Reason.REVOKED,
                "PKI-025 gateway " + gateway
                        + " must not be revoked, or replaced by another enrolment, but is; enrol it with a new code");
    }

    private static GatewayCertificate read(Optional<Certificate> shown) throws IdentityException {
        if (shown.isEmpty()) {
            throw new IdentityException(
                    Reason.WRONG,
                    "PKI-021 connection must show a client certificate but showed none; enrol the gateway");
        }
        return shown.filter(X509Certificate.class::isInstance)
                .map(X509Certificate.class::cast)
                .flatMap(GatewayCertificate::of)
                .orElseThrow(() -> new IdentityException(
                        Reason.WRONG, "PKI-020 certificate must be a gateway's but is not; enrol the gateway"));
    }
}
