package io.maimen.gateway.uplink;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.gateway.config.GatewayConfig.OutboxLimits;
import io.maimen.gateway.outbox.Entries;
import io.maimen.gateway.outbox.LaneChoice;
import io.maimen.gateway.outbox.Outbox;
import io.maimen.gateway.outbox.StoreOutcome;
import io.maimen.log.FileDisk;
import io.maimen.observation.Lane;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.time.SettableClock;
import io.maimen.observation.wire.OutboxEntry;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An uplink step by step: real lanes, a server in the test's hand, a clock that stands still. */
abstract class UplinkScenario {
    static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");
    static final GatewayId GATEWAY = new GatewayId("clinic-demo");

    @TempDir
    Path directory;

    final SettableClock clock = new SettableClock(NOON);
    final TestSigner signer = new TestSigner();
    FakeTransport server;
    Outbox outbox;
    Uplink uplink;

    @BeforeEach
    void start() throws IOException {
        outbox = Outbox.open(
                name -> FileDisk.open(directory.resolve(name)),
                OutboxLimits.STANDARD,
                new LaneChoice(UplinkScenario::low));
        server = new FakeTransport();
        uplink = new Uplink(GATEWAY, signer, outbox, server, clock, Runnable::run);
        uplink.start();
    }

    @AfterEach
    void stop() {
        outbox.close();
    }

    void restart() throws IOException {
        stop();
        start();
    }

    private static boolean low(Observation observation) {
        return observation.value() instanceof NumericValue number
                && number.quantity().value().compareTo(new BigDecimal("3.0")) < 0;
    }

    void put(OutboxEntry entry) {
        StoreOutcome outcome = outbox.put(entry);
        assertTrue(outcome instanceof StoreOutcome.Stored, outcome.toString());
        uplink.wake();
    }

    void alarm(String name) {
        put(Entries.glucose(name, "2.7"));
    }

    void vital(String name) {
        put(Entries.glucose(name, "5.0"));
    }

    void waveform(String name) {
        put(Entries.block(name));
    }

    long waiting(Lane lane) {
        return outbox.lane(lane).status().entries();
    }
}
