package io.maimen.observation.fact;

/**
 * Where an item stood when it was sent, so that it can be proved with its {@link EnvelopeFact}. Immutable.
 *
 * @param envelopeSha256 the envelope, by the SHA-256 of its bytes as sent, 64 lower-case hex digits
 * @param index of the item in it, from 0
 */
public record ItemProof(String envelopeSha256, int index) {
    public ItemProof {
        EnvelopeFact.requireDigest("envelopeSha256", envelopeSha256);
        if (index < 0) {
            throw new IllegalArgumentException("OBS-042 index must be 0 or more but was " + index);
        }
    }
}
