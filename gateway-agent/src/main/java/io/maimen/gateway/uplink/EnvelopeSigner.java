package io.maimen.gateway.uplink;

import io.maimen.observation.wire.EnvelopeSignature;

/** Holds the gateway's signing key. Thread-safe. */
@FunctionalInterface
public interface EnvelopeSigner {
    /** Signs {@link EnvelopeSignature#signed the bytes that stand for an envelope} with the key in use now. */
    EnvelopeSignature sign(byte[] signed);
}
