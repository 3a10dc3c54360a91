package io.maimen.ingest.security;

import io.maimen.observation.device.GatewayId;
import java.security.PublicKey;
import java.util.Optional;

/**
 * The public keys gateways signed with, also those that were replaced or revoked since: what was signed rightly then stays
 * provable. Blocking; thread-safe.
 */
@FunctionalInterface
public interface GatewayKeys {
    /** A gateway's key by its name on the wire; empty when that gateway never had such a key. */
    Optional<PublicKey> key(GatewayId gateway, String keyId);

    /** Where no gateway has a key. */
    static GatewayKeys none() {
        return (gateway, keyId) -> Optional.empty();
    }
}
