package io.maimen.gateway.uplink;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.gateway.config.GatewayConfig.OutboxLimits;
import io.maimen.gateway.connect.BackOff;
import io.maimen.gateway.identity.GatewayIdentity;
import io.maimen.gateway.identity.TestAuthority;
import io.maimen.gateway.outbox.Entries;
import io.maimen.gateway.outbox.LaneChoice;
import io.maimen.gateway.outbox.Outbox;
import io.maimen.gateway.schedule.SerialExecutor;
import io.maimen.gateway.schedule.ThreadScheduler;
import io.maimen.log.FileDisk;
import io.maimen.observation.Lane;
import io.maimen.observation.device.GatewayId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The uplink over real sockets, against another maker's MQTT. */
class PahoTransportTest {
    private static final GatewayId GATEWAY = new GatewayId("clinic-demo");

    @TempDir
    private Path directory;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ThreadScheduler scheduler = new ThreadScheduler("test");
    private Outbox outbox;
    private ReceivingServer server;
    private PahoTransport transport;
    private Uplink uplink;

    @BeforeEach
    void open() throws Exception {
        outbox = Outbox.open(
                name -> FileDisk.open(directory.resolve(name)), OutboxLimits.STANDARD, new LaneChoice(any -> false));
    }

    @AfterEach
    void close() throws Exception {
        transport.close();
        scheduler.close();
        threads.shutdown();
        server.close();
        outbox.close();
    }

    private void start(int receiveMaximum, GatewayId gateway) throws Exception {
        server = new ReceivingServer(receiveMaximum);
        server.listen(0);
        BackOff backOff = new BackOff(Duration.ofMillis(50), Duration.ofMillis(500), new Random(1));
        TestAuthority.INSTANCE.enrol(directory, gateway);
        GatewayIdentity identity = GatewayIdentity.open(directory, gateway, Clock.systemUTC());
        UplinkLogin login = new UplinkLogin(URI.create(server.url()), gateway, identity::sockets);
        transport = new PahoTransport(login, backOff, scheduler, threads, bytes -> bytes);
        uplink = new Uplink(GATEWAY, identity::sign, outbox, transport, Clock.systemUTC(), new SerialExecutor(threads));
        uplink.start();
    }

    private void put(int from, int to) {
        for (int i = from; i < to; i++) {
            outbox.put(Entries.glucose("v" + i, "5.0"));
            uplink.wake();
        }
    }

    private void awaitEmpty() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> outbox.lane(Lane.VITAL).status().entries() == 0);
    }

    @Test
    void everythingArrivesAndIsConfirmed() throws Exception {
        for (int i = 0; i < 50; i++) {
            outbox.put(Entries.glucose("before" + i, "5.0"));
        }
        start(16, GATEWAY);
        put(0, 50);
        awaitEmpty();
        assertEquals(100, server.items());
        assertTrue(uplink.status().connected());
    }

    @Test
    void theReceiveMaximumIsNeverExceeded() throws Exception {
        start(2, GATEWAY);
        put(0, 200);
        awaitEmpty();
        assertEquals(200, server.items());
        assertTrue(server.mostOpen() <= 2, "open at once: " + server.mostOpen());
    }

    @Test
    void aConnectionThatBreaksCostsNothing() throws Exception {
        start(16, GATEWAY);
        for (int i = 0; i < 5; i++) {
            put(i * 20, i * 20 + 20);
            server.dropConnections();
        }
        awaitEmpty();
        assertEquals(100, server.items());
    }

    @Test
    void aGatewayThatTheServerRefusesIsSaidAndTriedAgain() throws Exception {
        start(16, new GatewayId("clinic-other"));
        await().until(() -> uplink.status().trouble().isPresent());
        assertTrue(
                uplink.status().trouble().get().contains("CONNECT"),
                uplink.status().toString());
    }
}
