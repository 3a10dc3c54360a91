package io.maimen.gateway.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.observation.wire.EnvelopeSignature;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import org.junit.jupiter.api.Test;

class SigningKeyTest {
    @Test
    void whatItSignsItsPublicHalfVerifiesAndItsNameIsThatOfThePublicHalf() throws Exception {
        KeyPair pair = NewKeys.forSigning();
        byte[] bytes = {1, 2, 3};
        EnvelopeSignature signature = SigningKey.read(Pem.of(pair.getPrivate())).sign(bytes);
        assertEquals(EnvelopeSignature.keyId(pair.getPublic().getEncoded()), signature.keyId());
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(pair.getPublic());
        check.update(bytes);
        assertTrue(check.verify(signature.bytes().toArray()));
    }

    @Test
    void aKeyOfAnotherKindIsRefused() throws Exception {
        String tls = Pem.of(NewKeys.forTls().getPrivate());
        assertThrows(GeneralSecurityException.class, () -> SigningKey.read(tls));
    }
}
