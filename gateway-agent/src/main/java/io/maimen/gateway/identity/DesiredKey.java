package io.maimen.gateway.identity;

import io.maimen.log.secret.SecretFiles;
import io.maimen.observation.key.Ed25519;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Optional;

/** The server's Ed25519 key (RFC 8032) by which its desired states are believed; {@code identity/desired.pub}. Immutable. */
public final class DesiredKey {
    static final String FILE = "desired.pub";

    private final PublicKey key;

    private DesiredKey(PublicKey key) {
        this.key = key;
    }

    /**
     * The key that the enrolment left, or a renewal.
     *
     * @param directory the gateway's
     * @return empty for a gateway that was enrolled before there were desired states, until its next renewal
     * @throws IdentityException {@code PKI-050} when it cannot be read
     */
    public static Optional<DesiredKey> find(Path directory) throws IdentityException {
        SecretFiles files = GatewayIdentity.files(directory);
        if (!files.has(FILE)) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(files.read(FILE).strip()));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IdentityException(
                    "PKI-050 " + files.directory().resolve(FILE) + " must hold the server's key but does not ("
                            + e.getMessage() + "); enrol the gateway with a new code",
                    e);
        }
    }

    private static DesiredKey parse(String base64) throws GeneralSecurityException {
        return of(Base64.getDecoder().decode(base64));
    }

    /** {@code subjectPublicKeyInfo}: of an Ed25519 key. */
    public static DesiredKey of(byte[] subjectPublicKeyInfo) throws GeneralSecurityException {
        return new DesiredKey(Ed25519.publicKey(subjectPublicKeyInfo));
    }

    /**
     * Keeps the key of an enrolment's or a renewal's answer, where a server has one.
     *
     * @throws IdentityException {@code PKI-057} when it is none; then nothing is changed
     */
    static void keep(SecretFiles files, JsonObject answer) throws IdentityException, IOException {
        String key = answer.getString("desiredKey");
        if (key == null) {
            return;
        }
        try {
            parse(key);
            files.write(FILE, key + "\n");
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IdentityException(
                    "PKI-057 desiredKey of the server's answer must be an Ed25519 key but was not (" + e.getMessage()
                            + "); check the address",
                    e);
        }
    }

    /** Whether the server signed these bytes. */
    public boolean verifies(byte[] signed, byte[] signature) {
        return Ed25519.verifies(key, signed, signature);
    }
}
