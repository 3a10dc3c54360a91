package io.maimen.gateway.uplink;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shipments without a receipt, oldest first: on their way, or due to be sent again. Confined to the uplink's thread.
 */
final class Underway {
    private final Map<String, Leg> legs = new LinkedHashMap<>();

    /** A shipment on this connection, or due for the next try when it has no moment of sending. */
    private record Leg(Shipment shipment, Turn turn, Optional<Instant> sentAt) {}

    void sent(Shipment shipment, Turn turn, Instant at) {
        legs.put(shipment.digest(), new Leg(shipment, turn, Optional.of(at)));
    }

    /** The shipment a receipt names; empty when it is not ours, or was confirmed before. */
    Optional<Shipment> arrived(String digest) {
        return Optional.ofNullable(legs.remove(digest)).map(Leg::shipment);
    }

    /** The connection is gone: all of it is due again, as backlog. */
    void disconnected() {
        legs.replaceAll(
                (digest, leg) -> new Leg(leg.shipment(), new Turn(leg.shipment().lane(), false), Optional.empty()));
    }

    /** What was sent before {@code limit} ago and is still without a receipt is due again. */
    int expire(Instant now, Duration limit) {
        int inFlightBefore = inFlight();
        legs.replaceAll((digest, leg) ->
                leg.sentAt().filter(at -> at.plus(limit).compareTo(now) <= 0).isPresent()
                        ? new Leg(leg.shipment(), leg.turn(), Optional.empty())
                        : leg);
        return inFlightBefore - inFlight();
    }

    /** The oldest shipment due at this turn. */
    Optional<Shipment> due(Turn turn) {
        return legs.values().stream()
                .filter(leg -> leg.sentAt().isEmpty() && leg.turn().equals(turn))
                .map(Leg::shipment)
                .findFirst();
    }

    int inFlight() {
        return (int)
                legs.values().stream().filter(leg -> leg.sentAt().isPresent()).count();
    }

    int backlogInFlight() {
        return (int) legs.values().stream()
                .filter(leg -> leg.sentAt().isPresent() && !leg.turn().live())
                .count();
    }

    List<Shipment> shipments() {
        return legs.values().stream().map(Leg::shipment).toList();
    }
}
