package io.maimen.gateway.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.key.Ed25519;
import io.maimen.observation.key.Pem;
import io.maimen.observation.wire.EnvelopeSignature;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.junit.jupiter.api.Test;

class SigningKeyTest {
    @Test
    void whatItSignsItsPublicHalfVerifiesAndItsNameIsThatOfThePublicHalf() throws Exception {
        KeyPair pair = Ed25519.newKeys();
        byte[] bytes = {1, 2, 3};
        EnvelopeSignature signature = SigningKey.read(Pem.of(pair.getPrivate())).sign(bytes);
        assertEquals(EnvelopeSignature.keyId(pair.getPublic().getEncoded()), signature.keyId());
        assertTrue(Ed25519.verifies(pair.getPublic(), bytes, signature.bytes().toArray()));
    }

    @Test
    void aKeyOfAnotherKindIsRefused() throws Exception {
        String tls = Pem.of(NewKeys.forTls().getPrivate());
        assertThrows(GeneralSecurityException.class, () -> SigningKey.read(tls));
    }
}
