package io.maimen.ingest.gateways;

import io.maimen.ingest.sql.Database;
import io.maimen.observation.device.GatewayId;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which gateways are connected, and when the others last were. Thread-safe. */
final class Presence {
    private final Database clinical;
    private final Clock clock;
    private final Set<GatewayId> connected = ConcurrentHashMap.newKeySet();

    Presence(Database clinical, Clock clock) {
        this.clinical = clinical;
        this.clock = clock;
    }

    /** Blocking. */
    void came(GatewayId gateway) {
        connected.add(gateway);
        note(gateway);
    }

    /** Blocking. */
    void went(GatewayId gateway) {
        connected.remove(gateway);
        note(gateway);
    }

    private void note(GatewayId gateway) {
        clinical.writer().useTransaction(handle -> new GatewayTable(handle).seen(gateway, clock.instant()));
    }

    KnownGateway completed(KnownGateway gateway) {
        boolean here = connected.contains(gateway.id());
        return new KnownGateway(
                gateway.id(),
                gateway.organisation(),
                gateway.state(),
                gateway.certificateUntil(),
                here,
                here ? Optional.of(clock.instant()) : gateway.lastSeenAt());
    }
}
