package io.maimen.gateway.identity;

import io.maimen.observation.Bytes;
import io.maimen.observation.key.Ed25519;
import io.maimen.observation.key.Pem;
import io.maimen.observation.wire.EnvelopeSignature;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/**
 * The Ed25519 key (RFC 8032) by which the gateway signs. Immutable.
 *
 * @param id of its public half, as docs/wire.md names it
 */
record SigningKey(PrivateKey key, String id) {
    /** Reads {@code signing.key}, PKCS #8 in PEM; the public half follows from it. */
    static SigningKey read(String pem) throws GeneralSecurityException {
        PrivateKey key = Pem.key("Ed25519", pem);
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
        return new EnvelopeSignature(id, Bytes.of(Ed25519.sign(key, bytes)));
    }
}
