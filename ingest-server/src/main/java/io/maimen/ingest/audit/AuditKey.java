package io.maimen.ingest.audit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * The server's own key for its audit: Ed25519, made at first start, readable for the server's user only. Thread-safe.
 *
 * <p>The file has two lines in base64: the private key (PKCS #8), the public key (SubjectPublicKeyInfo).
 */
final class AuditKey {
    private static final String ALGORITHM = "Ed25519";
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE = owner("rw-------");
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_DIRECTORY = owner("rwx------");

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    private AuditKey(PrivateKey privateKey, PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    private static FileAttribute<Set<PosixFilePermission>> owner(String rights) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights));
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
            KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
            Base64.Decoder base64 = Base64.getDecoder();
            return new AuditKey(
                    keys.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(lines.get(0)))),
                    keys.generatePublic(new X509EncodedKeySpec(base64.decode(lines.get(1)))));
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException(
                    "AUD-005 " + file + " must hold the audit's key but does not; restore it from a backup", e);
        }
    }

    private static void make(Path file) throws IOException {
        Files.createDirectories(file.getParent(), OWNER_DIRECTORY);
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        Files.createFile(next, OWNER_FILE);
        KeyPair pair = newPair();
        Base64.Encoder base64 = Base64.getEncoder();
        Files.write(
                next,
                List.of(
                        base64.encodeToString(pair.getPrivate().getEncoded()),
                        base64.encodeToString(pair.getPublic().getEncoded())),
                StandardOpenOption.SYNC);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private static KeyPair newPair() {
        try {
            return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 17 has Ed25519", e);
        }
    }

    byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that was read can sign", e);
        }
    }

    boolean verifies(String text, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(publicKey);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            // A signature of the wrong length is thrown back, not refused; for us both are "no".
            return false;
        }
    }
}
