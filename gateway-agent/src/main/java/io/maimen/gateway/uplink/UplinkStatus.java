package io.maimen.gateway.uplink;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * How the way to the server stands. Immutable.
 *
 * @param lastReceiptAt when the server last confirmed something, by our clock
 * @param quarantinedItems items the server could not read since the start, and keeps in its own quarantine
 * @param trouble what a person should know; empty when all is well
 */
public record UplinkStatus(
        boolean connected, Optional<Instant> lastReceiptAt, long quarantinedItems, Optional<String> trouble) {
    public UplinkStatus {
        requireNonNull(lastReceiptAt, "lastReceiptAt");
        requireNonNull(trouble, "trouble");
    }

    /** Never connected so far. */
    public static UplinkStatus down() {
        return new UplinkStatus(false, Optional.empty(), 0, Optional.empty());
    }
}
