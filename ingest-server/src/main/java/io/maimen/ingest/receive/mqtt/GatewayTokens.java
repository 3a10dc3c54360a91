package io.maimen.ingest.receive.mqtt;

import io.maimen.ingest.config.ServerConfig;
import io.maimen.observation.device.GatewayId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Knows gateways by the hashes of their tokens. Immutable; thread-safe. */
final class GatewayTokens {
    private static final byte[] NOBODY = new byte[32];
    private final Map<String, byte[]> hashes;

    GatewayTokens(List<ServerConfig.Gateway> gateways) {
        this.hashes = gateways.stream()
                .collect(Collectors.toUnmodifiableMap(gateway -> gateway.id().value(), gateway -> HexFormat.of()
                        .parseHex(gateway.tokenSha256())));
    }

    /** The gateway, when the token is its own. Takes as long for an unknown gateway as for a wrong token. */
    Optional<GatewayId> authenticate(String name, String token) {
        byte[] expected = hashes.getOrDefault(name, NOBODY);
        boolean same = MessageDigest.isEqual(expected, sha256(token));
        return same && hashes.containsKey(name) ? Optional.of(new GatewayId(name)) : Optional.empty();
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
