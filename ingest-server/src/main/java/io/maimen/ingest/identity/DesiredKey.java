package io.maimen.ingest.identity;

import io.maimen.log.secret.SecretFiles;
import io.maimen.observation.key.Ed25519;
import io.maimen.observation.key.Pem;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;

/** The key in {@code identity/desired.key} that signs what gateways are to work by: Ed25519 (RFC 8032). Thread-safe. */
public final class DesiredKey {
    private static final String FILE = "desired.key";

    private final PrivateKey privateKey;
    private final byte[] publicKey;

    private DesiredKey(PrivateKey privateKey, byte[] publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /**
     * Opens the key kept in a directory, or makes it.
     *
     * @throws IOException {@code PKI-002} when it cannot be used: it is never replaced, every gateway believes this one
     */
    public static DesiredKey open(Path directory) throws IOException {
        SecretFiles files = new SecretFiles(directory);
        try {
            if (!files.has(FILE)) {
                KeyPair pair = Ed25519.newKeys();
                files.write(FILE, Pem.of(pair.getPrivate()) + Pem.of(pair.getPublic()));
            }
            String text = files.read(FILE);
            return new DesiredKey(Pem.key("Ed25519", text), Pem.bytes("PUBLIC KEY", text));
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    "PKI-002 " + directory.resolve(FILE) + " must hold an Ed25519 key but does not (" + e.getMessage()
                            + "); restore it from a backup, or move it away and enrol every gateway anew",
                    e);
        }
    }

    /** SubjectPublicKeyInfo. */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** The signature of these bytes; the same bytes give the same. */
    public byte[] sign(byte[] bytes) {
        return Ed25519.sign(privateKey, bytes);
    }
}
