package io.maimen.observation.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Ed25519Test {
    private static final byte[] BYTES = "what was measured".getBytes(StandardCharsets.UTF_8);

    private final KeyPair keys = Ed25519.newKeys();
    private final byte[] signature = Ed25519.sign(keys.getPrivate(), BYTES);

    @Test
    void whatAKeySignedItsOtherHalfVerifies() {
        assertTrue(Ed25519.verifies(keys.getPublic(), BYTES, signature));
    }

    @Test
    void anotherKeyOtherBytesOrACutSignatureDoNotFit() throws Exception {
        byte[] cut = Arrays.copyOf(signature, signature.length - 1);
        KeyPair ofAnotherKind = KeyPairGenerator.getInstance("EC").generateKeyPair();
        assertFalse(Ed25519.verifies(Ed25519.newKeys().getPublic(), BYTES, signature));
        assertFalse(Ed25519.verifies(keys.getPublic(), new byte[0], signature));
        assertFalse(Ed25519.verifies(keys.getPublic(), BYTES, cut));
        assertFalse(Ed25519.verifies(ofAnotherKind.getPublic(), BYTES, signature));
    }

    @Test
    void bothHalvesAreReadFromTheirBytes() throws Exception {
        assertEquals(keys.getPrivate(), Ed25519.privateKey(keys.getPrivate().getEncoded()));
        assertEquals(keys.getPublic(), Ed25519.publicKey(keys.getPublic().getEncoded()));
    }

    @Test
    void aKeyOfAnotherKindIsRefused() throws Exception {
        KeyPair other = KeyPairGenerator.getInstance("EC").generateKeyPair();
        assertThrows(
                GeneralSecurityException.class,
                () -> Ed25519.publicKey(other.getPublic().getEncoded()));
        assertThrows(
                GeneralSecurityException.class,
                () -> Ed25519.privateKey(other.getPrivate().getEncoded()));
    }
}
