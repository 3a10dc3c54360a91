package io.maimen.ingest.audit;

import io.maimen.log.secret.SecretFiles;
import io.maimen.observation.key.Ed25519;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;

/**
 * The server's own key for its audit: Ed25519, made at first start, readable for the server's user only. Thread-safe.
 *
 * <p>The file has two lines in base64: the private key (PKCS #8), the public key (SubjectPublicKeyInfo).
 */
final class AuditKey {
    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    private AuditKey(PrivateKey privateKey, PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** Where a server's key lies. */
    static Path file(Path serverDirectory) {
        return serverDirectory.resolve("identity").resolve("audit.key");
    }

    static AuditKey readOrMake(Path file) throws IOException {
        if (!Files.exists(file)) {
            make(file);
        }
        return read(file);
    }

    /** Reads a key; one that cannot be read is never replaced, because it proves what was signed. */
    static AuditKey read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        try {
            Base64.Decoder base64 = Base64.getDecoder();
            return new AuditKey(
                    Ed25519.privateKey(base64.decode(lines.get(0))), Ed25519.publicKey(base64.decode(lines.get(1))));
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException(
                    "AUD-005 " + file + " must hold the audit's key but does not; restore it from a backup", e);
        }
    }

    private static void make(Path file) throws IOException {
        KeyPair pair = Ed25519.newKeys();
        Base64.Encoder base64 = Base64.getEncoder();
        String text = base64.encodeToString(pair.getPrivate().getEncoded()) + "\n"
                + base64.encodeToString(pair.getPublic().getEncoded()) + "\n";
        new SecretFiles(file.getParent()).write(file.getFileName().toString(), text);
    }

    byte[] sign(String text) {
        return Ed25519.sign(privateKey, text.getBytes(StandardCharsets.UTF_8));
    }

    boolean verifies(String text, byte[] signed) {
        return Ed25519.verifies(publicKey, text.getBytes(StandardCharsets.UTF_8), signed);
    }
}
