package io.maimen.observation.wire;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a gateway says about the desired state it heard last. Immutable.
 *
 * @param version the one it works by; 0 when it never had one
 * @param refusal why it did not take the one it heard last, a code and a sentence; empty when it did
 */
public record Reported(int version, Optional<String> refusal) {
    public Reported {
        if (version < 0) {
            throw new IllegalArgumentException("WIRE-008 version must be 0 or more but was " + version);
        }
        requireNonNull(refusal, "refusal");
    }

    /** Whether the gateway took what it heard last. */
    public boolean applied() {
        return refusal.isEmpty();
    }
}
