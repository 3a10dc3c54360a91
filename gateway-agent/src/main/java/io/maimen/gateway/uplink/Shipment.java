package io.maimen.gateway.uplink;

import static java.util.Objects.requireNonNull;

import io.maimen.log.LogPosition;
import io.maimen.observation.Bytes;
import io.maimen.observation.Lane;

/**
 * A stretch of a lane that travels as one envelope, the same each time it is sent, so that whichever copy the server
 * confirms confirms it. Immutable.
 *
 * @param from where it begins (inclusive)
 * @param to where it ends (exclusive)
 * @param entries of the lane in it
 * @param items observations in its envelope, 0 or more
 * @param envelope the bytes to send
 * @param digest of the envelope, as the receipt names it
 */
record Shipment(Lane lane, LogPosition from, LogPosition to, int entries, int items, Bytes envelope, String digest) {
    Shipment {
        requireNonNull(lane, "lane");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(envelope, "envelope");
        requireNonNull(digest, "digest");
    }
}
