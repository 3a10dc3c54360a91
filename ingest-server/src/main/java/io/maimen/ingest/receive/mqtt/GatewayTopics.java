package io.maimen.ingest.receive.mqtt;

import io.maimen.observation.Lane;
import io.maimen.observation.device.GatewayId;
import java.util.Optional;

/** The topics of one gateway, docs/wire.md. Immutable. */
record GatewayTopics(GatewayId gateway) {
    /** Where receipts go. */
    String receipt() {
        return "maimen/v1/" + gateway + "/receipt";
    }

    /** Where what it is to work by goes. */
    String desired() {
        return "maimen/v1/" + gateway + "/desired";
    }

    /** Where it says what it works by. */
    String reported() {
        return "maimen/v1/" + gateway + "/reported";
    }

    /** The lane an envelope's topic names; empty for any other topic, another gateway's among them. */
    Optional<Lane> lane(String topic) {
        String prefix = "maimen/v1/" + gateway + "/envelope/";
        for (Lane lane : Lane.values()) {
            if (topic.equals(prefix + lane.text())) {
                return Optional.of(lane);
            }
        }
        return Optional.empty();
    }
}
