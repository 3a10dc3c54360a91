package io.maimen.ingest;

import io.maimen.ingest.security.GatewayKeys;
import io.maimen.observation.Bytes;
import io.maimen.observation.Lane;
import io.maimen.observation.RawFrame;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.wire.EnvelopeCodec;
import io.maimen.observation.wire.EnvelopeSignature;
import io.maimen.observation.wire.ObservationEnvelope;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
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
        return new EnvelopeCodec()
                .toCbor(new ObservationEnvelope(
                        Measurements.GATEWAY,
                        lane,
                        items,
                        frames,
                        Optional.of(sign(EnvelopeSignature.signed(Measurements.GATEWAY, lane, items)))));
    }

    @Override
    public Optional<PublicKey> key(GatewayId gateway, String keyId) {
        return gateway.equals(Measurements.GATEWAY) ? Optional.ofNullable(known.get(keyId)) : Optional.empty();
    }

    private EnvelopeSignature sign(byte[] bytes) {
        try {
            Signature signing = Signature.getInstance("Ed25519");
            signing.initSign(pair.getPrivate());
            signing.update(bytes);
            return new EnvelopeSignature(keyId(), Bytes.of(signing.sign()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private String keyId() {
        return EnvelopeSignature.keyId(pair.getPublic().getEncoded());
    }

    private KeyPair newKey() {
        try {
            KeyPair made = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            known.put(EnvelopeSignature.keyId(made.getPublic().getEncoded()), made.getPublic());
            return made;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
