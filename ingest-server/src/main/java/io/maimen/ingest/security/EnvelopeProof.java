package io.maimen.ingest.security;

import io.maimen.observation.fact.EnvelopeFact;
import io.maimen.observation.fact.ItemProof;
import io.maimen.observation.fact.ObservedFact;
import io.maimen.observation.key.Ed25519;
import io.maimen.observation.wire.EnvelopeSignature;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;

/** Checks what gateways signed, as docs/wire.md says (Ed25519, RFC 8032). Stateless. */
public final class EnvelopeProof {
    private EnvelopeProof() {}

    /** Whether {@code key} signed the digests of the envelope's items; false where it is not signed at all. */
    public static boolean verify(EnvelopeFact envelope, PublicKey key) {
        return envelope.signature()
                .map(signature -> Ed25519.verifies(
                        key,
                        EnvelopeSignature.signedDigests(envelope.gateway(), envelope.lane(), envelope.itemDigests()),
                        signature.toArray()))
                .orElse(false);
    }

    /**
     * What is proved of one item.
     *
     * @param envelope the one that the item's proof names; empty where the item came in none
     */
    public static SignatureState of(ObservedFact item, Optional<EnvelopeFact> envelope, GatewayKeys keys) {
        if (item.proof().isEmpty()) {
            return SignatureState.MISSING;
        }
        if (envelope.isEmpty()) {
            // It was kept with the item, in one transaction: someone took it away.
            return SignatureState.INVALID;
        }
        EnvelopeFact sent = envelope.get();
        if (sent.keyId().isEmpty()) {
            return SignatureState.MISSING;
        }
        Optional<PublicKey> key = keys.key(sent.gateway(), sent.keyId().get());
        if (key.isEmpty()) {
            return SignatureState.KEY_UNKNOWN;
        }
        return stands(item, item.proof().get(), sent) && verify(sent, key.get())
                ? SignatureState.VALID
                : SignatureState.INVALID;
    }

    /** Whether the item is, to the byte, the one the envelope says stood at its place. */
    private static boolean stands(ObservedFact item, ItemProof proof, EnvelopeFact envelope) {
        List<String> digests = envelope.itemDigests();
        return envelope.sha256().equals(proof.envelopeSha256())
                && envelope.gateway().equals(item.gateway())
                && proof.index() < digests.size()
                && digests.get(proof.index()).equals(EnvelopeSignature.digest(item.item()));
    }
}
