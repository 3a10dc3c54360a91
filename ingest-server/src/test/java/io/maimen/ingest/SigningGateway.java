package io.maimen.ingest;

import io.maimen.ingest.security.GatewayKeys;
import io.maimen.observation.Bytes;
import io.maimen.observation.Lane;
import io.maimen.observation.RawFrame;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.wire.EnvelopeSignature;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Measurements#GATEWAY} with a key, and the server's memory of all keys it ever had. Confined to one thread. */
public final class SigningGateway implements GatewayKeys {
    private final Map<String, PublicKey> known = new HashMap<>();
    private KeyPair pair = newKey();

    /** From now on it signs with another key; the old one is remembered. */
    public void renewKey() {
        pair = newKey();
    }

    /** From now on it signs with a key that nobody was told of. */
    public void signWithAStrangersKey() {
        pair = newKey();
        known.remove(keyId());
    }

    public byte[] envelope(Lane lane, List<RawFrame> frames, List<Bytes> items) {
        EnvelopeSignature signature =
                TestCredentials.sign(pair, EnvelopeSignature.signed(Measurements.GATEWAY, lane, items));
        return Envelopes.of(lane, frames, items, Optional.of(signature));
    }

    @Override
    public Optional<PublicKey> key(GatewayId gateway, String keyId) {
        return gateway.equals(Measurements.GATEWAY) ? Optional.ofNullable(known.get(keyId)) : Optional.empty();
    }

    private String keyId() {
        return EnvelopeSignature.keyId(pair.getPublic().getEncoded());
    }

    private KeyPair newKey() {
        KeyPair made = TestCredentials.keys("Ed25519");
        known.put(EnvelopeSignature.keyId(made.getPublic().getEncoded()), made.getPublic());
        return made;
    }
}
