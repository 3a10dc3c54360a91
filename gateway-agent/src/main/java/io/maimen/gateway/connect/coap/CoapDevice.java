package io.maimen.gateway.connect.coap;

import static java.util.Objects.requireNonNull;

import io.maimen.gateway.connect.ConnectionAcceptor;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A device that may post. Immutable.
 *
 * @param path it posts to, there or below, without the first slash, such as {@code senml/CP-0001}
 * @param key with it the device must come over DTLS; without it, in the clear
 */
public record CoapDevice(String path, Optional<PreSharedKey> key, ConnectionAcceptor acceptor) {
    public CoapDevice {
        requireNonNull(path, "path");
        requireNonNull(key, "key");
        requireNonNull(acceptor, "acceptor");
    }

    /**
     * What a device proves itself with.
     *
     * @param identity its name in the handshake
     * @param secret used as its UTF-8 bytes
     */
    public record PreSharedKey(String identity, String secret) {
        public PreSharedKey {
            requireNonNull(identity, "identity");
            requireNonNull(secret, "secret");
        }

        byte[] bytes() {
            return secret.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            // Without the secret: this may end in a log.
            return identity;
        }
    }

    /** Whether somebody who came so may post as this device; {@code identity} is empty for who came in the clear. */
    boolean admits(Optional<String> identity) {
        return key.map(PreSharedKey::identity).equals(identity);
    }
}
