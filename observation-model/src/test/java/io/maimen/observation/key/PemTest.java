package io.maimen.observation.key;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.junit.jupiter.api.Test;

class PemTest {
    private final KeyPair keys = Ed25519.newKeys();

    @Test
    void aLabelStandsAroundLinesOf64Letters() {
        assertEquals(
                "-----BEGIN CERTIFICATE REQUEST-----\n" + "A".repeat(64)
                        + "\nAAAA\n-----END CERTIFICATE REQUEST-----\n",
                Pem.of("CERTIFICATE REQUEST", new byte[51]));
    }

    @Test
    void bothHalvesOfAKeyAreFoundInOneText() throws Exception {
        String text = Pem.of(keys.getPrivate()) + Pem.of(keys.getPublic());
        assertEquals(keys.getPrivate(), Pem.key("Ed25519", text));
        assertArrayEquals(keys.getPublic().getEncoded(), Pem.bytes("PUBLIC KEY", text));
    }

    @Test
    void aTextWithoutSuchABlockIsRefused() {
        assertThrows(GeneralSecurityException.class, () -> Pem.certificate(Pem.of(keys.getPublic())));
        assertThrows(GeneralSecurityException.class, () -> Pem.certificate(""));
    }

    @Test
    void aBlockThatIsNotBase64IsRefused() {
        String text = "-----BEGIN PUBLIC KEY-----\nA\n-----END PUBLIC KEY-----\n";
        assertThrows(GeneralSecurityException.class, () -> Pem.bytes("PUBLIC KEY", text));
    }
}
