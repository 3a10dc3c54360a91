package io.maimen.gateway.identity;

import io.maimen.observation.Bytes;
import io.maimen.observation.wire.EnvelopeSignature;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/**
 * The Ed25519 key (RFC 8032) by which the gateway signs. Immutable.
 *
 * @param id of its public half, as docs/wire.md names it
 */
record SigningKey(PrivateKey key, String id) {
    private static final String ALGORITHM = "Ed25519";

    /** Reads {@code signing.key}, PKCS #8 in PEM; the public half follows from it. */
    static SigningKey read(String pem) throws GeneralSecurityException {
        PrivateKey key = Pem.key(ALGORITHM, pem);
        try {
            Ed25519PrivateKeyParameters seed =
                    (Ed25519PrivateKeyParameters) PrivateKeyFactory.createKey(key.getEncoded());
            byte[] publicHalf = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(seed.generatePublicKey())
                    .getEncoded();
            return new SigningKey(key, EnvelopeSignature.keyId(publicHalf));
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    EnvelopeSignature sign(byte[] bytes) {
        try {
            Signature signing = Signature.getInstance(ALGORITHM);
            signing.initSign(key);
            signing.update(bytes);
            return new EnvelopeSignature(id, Bytes.of(signing.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that was read signs whatever it is given", e);
        }
    }
}
