package io.maimen.ingest.gateways;

import io.maimen.ingest.identity.IdentityException;
import io.maimen.ingest.identity.IdentityException.Reason;
import io.maimen.ingest.sql.Database;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.wire.EnvelopeSignature;
import io.maimen.observation.wire.ObservationEnvelope;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges whether an envelope is signed by the gateway it names. Blocking; thread-safe. */
public final class SignatureGate {
    private static final Logger LOG = LoggerFactory.getLogger(SignatureGate.class);

    private final Database clinical;
    private final GatewayJournal journal;
    /** Why a gateway was refused last: it offers the same again every 30 s, and that is no news for the audit. */
    private final Map<GatewayId, String> lastRefusal = new ConcurrentHashMap<>();

    SignatureGate(Database clinical, GatewayJournal journal) {
        this.clinical = clinical;
        this.journal = journal;
    }

    /**
     * Why the envelope is not to be believed: not signed, or not by the key of the gateway's enrolment in force; empty when
     * it is. Each refusal is in the log, and in the audit unless the gateway's last one was for the same reason.
     */
    public Optional<String> refusal(ObservationEnvelope envelope) {
        GatewayId gateway = envelope.gateway();
        try {
            requireSigned(envelope);
            lastRefusal.remove(gateway);
            return Optional.empty();
        } catch (IdentityException e) {
            if (e.getMessage().equals(lastRefusal.put(gateway, e.getMessage()))) {
                LOG.warn("{} (again)", e.getMessage());
            } else {
                journal.refused("envelope of gateway " + gateway, e);
            }
            return Optional.of(e.getMessage());
        }
    }

    private void requireSigned(ObservationEnvelope envelope) throws IdentityException {
        GatewayId gateway = envelope.gateway();
        EnvelopeSignature signature = envelope.signature()
                .orElseThrow(() -> new IdentityException(
                        Reason.WRONG,
                        "PKI-026 envelope of gateway " + gateway + " must be signed but is not; update the gateway"));
        String keyId = signature.keyId();
        byte[] inForce = clinical.reader().withHandle(handle -> inForce(new GatewayTable(handle), gateway, keyId));
        byte[] signed = EnvelopeSignature.signed(gateway, envelope.lane(), envelope.items());
        if (!SigningKey.of(inForce).verifies(signed, signature.bytes().toArray())) {
            throw new IdentityException(
                    Reason.WRONG,
                    "PKI-028 signature must be by key " + keyId + " of gateway " + gateway
                            + " over these items but is not; find out who sends");
        }
    }

    private static byte[] inForce(GatewayTable table, GatewayId gateway, String keyId) throws IdentityException {
        Optional<byte[]> active = table.activeKey(gateway);
        if (active.isPresent() && EnvelopeSignature.keyId(active.get()).equals(keyId)) {
            return active.get();
        }
        if (table.key(gateway, keyId).isPresent()) {
            throw GatewayGate.revoked(gateway);
        }
        throw new IdentityException(
                Reason.WRONG,
                "PKI-027 signing key must be the one gateway " + gateway + " was enrolled with but " + keyId
                        + " is not; enrol it anew when its directory was replaced");
    }
}
