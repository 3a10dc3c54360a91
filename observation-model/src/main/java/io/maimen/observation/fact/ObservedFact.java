package io.maimen.observation.fact;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.Bytes;
import io.maimen.observation.Observation;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.time.TimeScale;
import java.time.Instant;
import java.util.Optional;

/**
 * A measurement was made. The log may hold it twice; readers are idempotent by its id, and the copy that came first
 * counts, with its gateway, its bytes and its proof. Immutable.
 *
 * @param item the bytes that {@code observation} was read from, exactly as sent: what a signature can prove
 * @param proof where those bytes stood in an envelope; empty for what did not come in one
 */
public record ObservedFact(
        Observation observation, Bytes item, GatewayId gateway, Optional<ItemProof> proof, Instant admittedAt)
        implements Fact {
    public ObservedFact {
        requireNonNull(observation, "observation");
        requireNonNull(item, "item");
        requireNonNull(gateway, "gateway");
        requireNonNull(proof, "proof");
        admittedAt = TimeScale.onScale(requireNonNull(admittedAt, "admittedAt"));
    }
}
