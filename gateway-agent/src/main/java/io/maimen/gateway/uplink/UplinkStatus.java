package io.maimen.gateway.uplink;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * How the way to the server stands. Immutable.
 *
 * @param lastReceiptAt when the server last confirmed something, by our clock
 * @param quarantinedItems items the server could not read since the start, and keeps in its own quarantine
 * @param lostStretches stretches of the outbox that the disk lost before they could be sent, since the start
 * @param trouble what a person should know of the way itself; empty once something is confirmed again
 * @param untidy why confirmed entries could not be cleared away when last tried, which is every second; empty when they could
 */
public record UplinkStatus(
        boolean connected,
        Optional<Instant> lastReceiptAt,
        long quarantinedItems,
        long lostStretches,
        Optional<String> trouble,
        Optional<String> untidy) {
    public UplinkStatus {
        requireNonNull(lastReceiptAt, "lastReceiptAt");
        requireNonNull(trouble, "trouble");
        requireNonNull(untidy, "untidy");
    }

    /** Never connected so far. */
    public static UplinkStatus down() {
        return new UplinkStatus(false, Optional.empty(), 0, 0, Optional.empty(), Optional.empty());
    }

    UplinkStatus connectedNow() {
        return new UplinkStatus(true, lastReceiptAt, quarantinedItems, lostStretches, Optional.empty(), untidy);
    }

    UplinkStatus disconnected(String reason) {
        return new UplinkStatus(false, lastReceiptAt, quarantinedItems, lostStretches, Optional.of(reason), untidy);
    }

    UplinkStatus confirmed(Instant at, long itemsQuarantined) {
        return new UplinkStatus(
                connected,
                Optional.of(at),
                quarantinedItems + itemsQuarantined,
                lostStretches,
                Optional.empty(),
                untidy);
    }

    UplinkStatus lost(long stretches) {
        return new UplinkStatus(connected, lastReceiptAt, quarantinedItems, stretches, trouble, untidy);
    }

    UplinkStatus tidied(Optional<String> failure) {
        return new UplinkStatus(connected, lastReceiptAt, quarantinedItems, lostStretches, trouble, failure);
    }

    UplinkStatus troubled(String text) {
        return new UplinkStatus(connected, lastReceiptAt, quarantinedItems, lostStretches, Optional.of(text), untidy);
    }
}
