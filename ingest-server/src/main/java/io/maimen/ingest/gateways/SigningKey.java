package io.maimen.ingest.gateways;

import static java.util.Objects.requireNonNull;

import io.maimen.ingest.identity.IdentityException;
import io.maimen.ingest.identity.IdentityException.Reason;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** A gateway's Ed25519 public key (RFC 8032), by which it signs. Immutable. */
public record SigningKey(PublicKey key) {
    private static final String ALGORITHM = "Ed25519";
    private static final int ID_LENGTH = 16;

    public SigningKey {
        requireNonNull(key, "key");
    }

    /** Reads a SubjectPublicKeyInfo; {@code PKI-012} when it is no Ed25519 key. */
    static SigningKey of(byte[] subjectPublicKeyInfo) throws IdentityException {
        try {
            return new SigningKey(
                    KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(subjectPublicKeyInfo)));
        } catch (GeneralSecurityException e) {
            throw new IdentityException(
                    Reason.WRONG, "PKI-012 signing key must be an Ed25519 public key but was not; make it anew");
        }
    }

    /** Its name on the wire: the first 16 hex digits of the SHA-256 of the key's SubjectPublicKeyInfo. */
    public String id() {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return HexFormat.of().formatHex(sum).substring(0, ID_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether it signed these bytes. */
    public boolean verifies(byte[] signed, byte[] signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(signed);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            // A signature of the wrong length is one that does not fit.
            return false;
        }
    }
}
