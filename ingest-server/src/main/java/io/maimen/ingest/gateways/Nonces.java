package io.maimen.ingest.gateways;

import io.maimen.observation.device.GatewayId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Numbers used once, each for one gateway and {@link #LIFE}. In memory: after a restart others are asked for. Thread-safe. */
final class Nonces {
    static final Duration LIFE = Duration.ofMinutes(2);

    private static final int BYTES = 16;
    /** Anyone may ask for one: beyond this the oldest are forgotten. */
    private static final int REMEMBERED = 10_000;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Clock clock;
    private final Map<String, Given> given = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Given> eldest) {
            return size() > REMEMBERED;
        }
    };

    Nonces(Clock clock) {
        this.clock = clock;
    }

    private record Given(GatewayId gateway, Instant at) {}

    synchronized String give(GatewayId gateway) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String nonce = HexFormat.of().formatHex(bytes);
        given.put(nonce, new Given(gateway, clock.instant()));
        return nonce;
    }

    /** True once, for the gateway it was given to, while it lives. */
    synchronized boolean use(String nonce, GatewayId gateway) {
        Given found = given.remove(nonce);
        return found != null
                && found.gateway().equals(gateway)
                && !found.at().plus(LIFE).isBefore(clock.instant());
    }
}
