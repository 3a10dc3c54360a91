package io.maimen.gateway.session;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.maimen.driver.Channel;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverEvent;
import io.maimen.driver.DriverOptions;
import io.maimen.driver.StoreId;
import io.maimen.gateway.config.GatewayConfig.OutboxLimits;
import io.maimen.gateway.connect.ConnectionListener;
import io.maimen.gateway.connect.FakeConnection;
import io.maimen.gateway.outbox.LaneChoice;
import io.maimen.gateway.outbox.Outbox;
import io.maimen.gateway.outbox.SimulatedDisks;
import io.maimen.gateway.outbox.SyncGate;
import io.maimen.gateway.schedule.ManualScheduler;
import io.maimen.observation.Bytes;
import io.maimen.observation.RawFrame;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.time.ReceiveTime;
import io.maimen.observation.time.SettableClock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Promise 1, at the device: the real outbox on a disk whose fsync the test holds in its hand. */
class AcknowledgedMeansDurableTest {
    private static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");
    private static final ReceiveTime AT = new ReceiveTime(NOON);
    private static final Bytes BYTES = Bytes.of((byte) 0x42);

    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private final SimulatedDisks disks = new SimulatedDisks();
    private final SyncGate gate = new SyncGate();
    private final FakeConnection connection = new FakeConnection();
    private Outbox outbox;
    private ConnectionListener session;

    @BeforeEach
    void connect() throws Exception {
        outbox = Outbox.open(disks, OutboxLimits.STANDARD, new LaneChoice(observation -> false));
        disks.disk("outbox/vital").beforeSync(gate);
        SettableClock clock = new SettableClock(NOON);
        SessionParts parts = new SessionParts(
                outbox, frame -> Optional.empty(), SessionListener.NONE, new ManualScheduler(clock), clock);
        ScriptedDriver driver = new ScriptedDriver(AcknowledgedMeansDurableTest::answer);
        session = new DeviceStation(DeviceId.serial("T-1"), driver, DriverOptions.NONE, ZoneOffset.UTC, parts, pool)
                .accept(connection);
    }

    @AfterEach
    void close() {
        gate.open();
        pool.shutdown();
        outbox.close();
    }

    private static List<DriverAction> answer(DriverEvent event) {
        if (event instanceof DriverEvent.Received received) {
            RawFrame frame = new RawFrame(received.bytes(), received.at());
            return List.of(new DriverAction.Store(new StoreId(1), List.of(frame), List.of()));
        }
        if (event instanceof DriverEvent.Stored) {
            return List.of(new DriverAction.Acknowledge(new DeliveryId(7), DriverAction.Acknowledgement.ACCEPTED));
        }
        return List.of();
    }

    @Test
    void acknowledgingBeforeFsyncIsCaught() throws InterruptedException {
        gate.shut();
        session.received(Channel.STREAM, new DeliveryId(7), BYTES, AT);
        gate.awaitSync();
        assertEquals(List.of(), connection.done(), "the device was told before fsync returned");
        gate.open();
        await().until(() -> connection.done().equals(List.of("acknowledge 7 ACCEPTED")));
    }

    @Test
    void onAFullDiskNothingIsAcknowledgedUntilThereIsSpace() {
        disks.full(true);
        session.received(Channel.STREAM, new DeliveryId(7), BYTES, AT);
        await().until(() -> !outbox.refusing().isEmpty());
        assertEquals(List.of(), connection.done());
        disks.full(false);
        session.received(Channel.STREAM, new DeliveryId(7), BYTES, AT);
        await().until(() -> connection.done().equals(List.of("acknowledge 7 ACCEPTED")));
    }
}
