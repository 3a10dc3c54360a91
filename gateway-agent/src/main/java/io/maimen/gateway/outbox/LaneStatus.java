package io.maimen.gateway.outbox;

import io.maimen.observation.Lane;
import java.time.Instant;
import java.util.Optional;

/**
 * How a lane stands. Immutable.
 *
 * @param entries that the server has not confirmed
 * @param bytes on the disk, confirmed ones not yet deleted among them
 * @param oldest when the first frame of the oldest unconfirmed entry was received; empty when there is none
 */
public record LaneStatus(Lane lane, long entries, long bytes, Optional<Instant> oldest) {}
