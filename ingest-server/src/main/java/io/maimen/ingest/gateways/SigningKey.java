package io.maimen.ingest.gateways;

import static java.util.Objects.requireNonNull;

import io.maimen.ingest.identity.IdentityException;
import io.maimen.ingest.identity.IdentityException.Reason;
import io.maimen.observation.key.Ed25519;
import io.maimen.observation.wire.EnvelopeSignature;
import java.security.GeneralSecurityException;
import java.security.PublicKey;

/** A gateway's Ed25519 public key (RFC 8032), by which it signs. Immutable. */
public record SigningKey(PublicKey key) {
    public SigningKey {
        requireNonNull(key, "key");
    }

    /** Reads a SubjectPublicKeyInfo; {@code PKI-012} when it is no Ed25519 key. */
    static SigningKey of(byte[] subjectPublicKeyInfo) throws IdentityException {
        try {
            return new SigningKey(Ed25519.publicKey(subjectPublicKeyInfo));
        } catch (GeneralSecurityException e) {
            throw new IdentityException(
                    Reason.WRONG, "PKI-012 signing key must be an Ed25519 public key but was not; make it anew");
        }
    }

    /** Its name on the wire. */
    public String id() {
        return EnvelopeSignature.keyId(key.getEncoded());
    }

    /** Whether it signed these bytes. */
    public boolean verifies(byte[] signed, byte[] signature) {
        return Ed25519.verifies(key, signed, signature);
    }
}
