package io.maimen.gateway.identity;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** The server's Ed25519 key (RFC 8032) by which its desired states are believed; {@code identity/desired.pub}. Immutable. */
public final class DesiredKey {
    static final String FILE = "desired.pub";

    private static final String ALGORITHM = "Ed25519";

    private final PublicKey key;

    private DesiredKey(PublicKey key) {
        this.key = key;
    }

    /**
     * The key that the enrolment left.
     *
     * @param directory the gateway's
     * @return empty for a gateway that was enrolled before there were desired states
     * @throws IdentityException {@code PKI-050} when it cannot be read
     */
    public static Optional<DesiredKey> open(Path directory) throws IdentityException {
        IdentityFiles files = new IdentityFiles(directory);
        if (!files.has(FILE)) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(Base64.getDecoder().decode(files.read(FILE).strip())));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IdentityException(
                    "PKI-050 " + files.directory().resolve(FILE) + " must hold the server's key but does not ("
                            + e.getMessage() + "); enrol the gateway with a new code",
                    e);
        }
    }

    /** {@code subjectPublicKeyInfo}: of an Ed25519 key. */
    public static DesiredKey of(byte[] subjectPublicKeyInfo) throws GeneralSecurityException {
        return new DesiredKey(
                KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(subjectPublicKeyInfo)));
    }

    /** Keeps the key of an enrolment's answer, where a server has one. */
    static void keep(IdentityFiles files, JsonObject answer) throws IOException {
        String key = answer.getString("desiredKey");
        if (key != null) {
            files.write(FILE, key + "\n");
        }
    }

    /** Whether the server signed these bytes. */
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
