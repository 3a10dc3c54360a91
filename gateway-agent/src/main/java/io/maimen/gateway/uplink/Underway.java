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

    /**
     * A shipment on this connection, or due for the next try when it has no moment of sending.
     *
     * @param spoilt will never be taken in these bytes: instead of being due it goes back to its lane
     */
    private record Leg(Shipment shipment, Turn turn, Optional<Instant> sentAt, boolean spoilt) {
        boolean sentUntil(Instant moment) {
            return sentAt.filter(at -> at.compareTo(moment) <= 0).isPresent();
        }

        Leg due(Turn at) {
            return new Leg(shipment, at, Optional.empty(), spoilt);
        }
    }

    void sent(Shipment shipment, Turn turn, Instant at) {
        legs.put(shipment.digest(), new Leg(shipment, turn, Optional.of(at), false));
    }

    /** These bytes are refused for good; the lane packs anew what they hold, no sooner than they would be due again. */
    void spoilt(String digest) {
        legs.computeIfPresent(digest, (key, leg) -> new Leg(leg.shipment(), leg.turn(), leg.sentAt(), true));
    }

    /** The shipment a receipt names; empty when it is not ours, or was confirmed before. */
    Optional<Shipment> arrived(String digest) {
        return Optional.ofNullable(legs.remove(digest)).map(Leg::shipment);
    }

    /** The connection is gone: all of it is due again, as backlog. */
    void disconnected() {
        legs.values().removeIf(Leg::spoilt);
        legs.replaceAll((digest, leg) -> leg.due(new Turn(leg.shipment().lane(), false)));
    }

    /** What was sent before {@code limit} ago and is still without a receipt is due again; says how many those are. */
    int expire(Instant now, Duration limit) {
        Instant moment = now.minus(limit);
        legs.values().removeIf(leg -> leg.spoilt() && leg.sentUntil(moment));
        int inFlightBefore = inFlight();
        legs.replaceAll((digest, leg) -> leg.sentUntil(moment) ? leg.due(leg.turn()) : leg);
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
