package io.maimen.ingest.gateways;

import io.maimen.ingest.identity.IdentityException;
import io.maimen.ingest.security.GatewayKeys;
import io.maimen.ingest.sql.Database;
import io.maimen.observation.device.GatewayId;
import java.security.PublicKey;
import java.util.Optional;

/** Every key a gateway was ever enrolled with, from table {@code gateway_key}. Blocking; thread-safe. */
public final class SigningKeys implements GatewayKeys {
    private final Database clinical;

    SigningKeys(Database clinical) {
        this.clinical = clinical;
    }

    @Override
    public Optional<PublicKey> key(GatewayId gateway, String keyId) {
        return clinical.reader()
                .withHandle(handle -> new GatewayTable(handle).key(gateway, keyId))
                .map(SigningKeys::read);
    }

    private static PublicKey read(byte[] subjectPublicKeyInfo) {
        try {
            return SigningKey.of(subjectPublicKeyInfo).key();
        } catch (IdentityException e) {
            throw new IllegalStateException("a key is kept only when it could be read", e);
        }
    }
}
