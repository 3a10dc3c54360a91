package io.maimen.gateway.uplink;

import io.maimen.observation.Bytes;
import io.maimen.observation.wire.EnvelopeSignature;

/** Signs by numbering what it signs, so that a test sees when something was signed anew. Confined to one thread. */
final class TestSigner implements EnvelopeSigner {
    static final String KEY_ID = "0123456789abcdef";

    private byte signatures;
    private Bytes lastSigned = Bytes.of();

    @Override
    public EnvelopeSignature sign(byte[] signed) {
        signatures++;
        lastSigned = Bytes.of(signed);
        return new EnvelopeSignature(KEY_ID, Bytes.of(signatures));
    }

    Bytes lastSigned() {
        return lastSigned;
    }
}
