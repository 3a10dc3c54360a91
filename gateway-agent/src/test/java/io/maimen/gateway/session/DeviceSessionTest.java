package io.maimen.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.Channel;
import io.maimen.driver.DecodeError;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Acknowledge;
import io.maimen.driver.DriverAction.Acknowledgement;
import io.maimen.driver.DriverAction.Read;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.DriverAction.Store;
import io.maimen.driver.DriverAction.Subscribe;
import io.maimen.driver.DriverAction.SubscribeMode;
import io.maimen.driver.DriverAction.Wake;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.DriverEvent;
import io.maimen.driver.DriverEvent.Elapsed;
import io.maimen.driver.DriverEvent.NotStored;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.DriverEvent.Stored;
import io.maimen.driver.DriverEvent.WriteDone;
import io.maimen.driver.DriverEvent.WriteFailed;
import io.maimen.driver.DriverOptions;
import io.maimen.driver.StoreId;
import io.maimen.gateway.connect.ConnectionListener;
import io.maimen.gateway.connect.FakeConnection;
import io.maimen.gateway.outbox.StoreOutcome;
import io.maimen.gateway.schedule.ManualScheduler;
import io.maimen.observation.Bytes;
import io.maimen.observation.Lane;
import io.maimen.observation.RawFrame;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.time.ReceiveTime;
import io.maimen.observation.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class DeviceSessionTest {
    private static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");
    private static final ReceiveTime AT = new ReceiveTime(NOON);
    private static final DeviceId DEVICE = DeviceId.serial("T-1");
    private static final Bytes BYTES = Bytes.of((byte) 0x42);
    private static final Bytes ACK = Bytes.of((byte) 0x06);
    private static final Bytes NAK = Bytes.of((byte) 0x15);
    private static final DeliveryId DELIVERY = new DeliveryId(7);
    private static final DriverAction STORE = new Store(new StoreId(1), List.of(new RawFrame(BYTES, AT)), List.of());
    private static final DriverAction REJECT =
            new Reject(new DecodeError("DEC-001", 3, "must be good"), new RawFrame(BYTES, AT));

    private final ManualScheduler scheduler = new ManualScheduler(new SettableClock(NOON));
    private final FakeConnection connection = new FakeConnection();
    private final List<String> order = new ArrayList<>();
    private StoreOutcome outcome = new StoreOutcome.Stored(Lane.VITAL);
    private Optional<String> quarantine = Optional.empty();

    private final SessionParts parts = new SessionParts(
            entry -> {
                order.add("put");
                return outcome;
            },
            frame -> {
                order.add("quarantine " + frame.code() + " at " + frame.offset());
                return quarantine;
            },
            SessionListener.NONE,
            scheduler,
            new SettableClock(NOON));

    private DeviceStation station(ScriptedDriver driver) {
        return new DeviceStation(DEVICE, driver, DriverOptions.NONE, ZoneOffset.UTC, parts, Runnable::run);
    }

    private static ScriptedDriver storing() {
        return new ScriptedDriver(event -> {
            if (event instanceof Received) {
                return List.of(STORE);
            }
            if (event instanceof Stored) {
                return List.of(new Write(Channel.STREAM, ACK), new Acknowledge(DELIVERY, Acknowledgement.ACCEPTED));
            }
            return event instanceof NotStored ? List.of(new Write(Channel.STREAM, NAK)) : List.of();
        });
    }

    private static ScriptedDriver onReceived(DriverAction... actions) {
        return new ScriptedDriver(event -> event instanceof Received ? List.of(actions) : List.of());
    }

    private ConnectionListener receive(DeviceStation station) {
        ConnectionListener session = station.accept(connection);
        session.received(Channel.STREAM, DELIVERY, BYTES, AT);
        return session;
    }

    @Test
    void whatWasStoredIsAcknowledged() {
        DeviceStation station = station(storing());
        receive(station);
        assertEquals(List.of("write 06", "acknowledge 7 ACCEPTED"), connection.done());
        assertEquals(1, station.meter().takenCount());
    }

    @Test
    void whatCouldNotBeStoredIsNotAcknowledged() {
        outcome = new StoreOutcome.NotStored(StoreOutcome.Reason.NO_SPACE, "LOG-001 disk full");
        ScriptedDriver driver = storing();
        DeviceStation station = station(driver);
        receive(station);
        assertEquals(List.of("write 15"), connection.done());
        assertTrue(driver.heard().contains(new NotStored(new StoreId(1), "LOG-001 disk full")));
        assertEquals(0, station.meter().takenCount());
    }

    @Test
    void aFrameIsInQuarantineBeforeTheDeviceIsToldToForgetIt() {
        DeviceStation station = station(onReceived(REJECT, new Acknowledge(DELIVERY, Acknowledgement.MALFORMED)));
        receive(station);
        assertEquals(List.of("quarantine DEC-001 at 3"), order);
        assertEquals(List.of("acknowledge 7 MALFORMED"), connection.done());
        assertEquals(1, station.meter().rejectedCount());
    }

    @Test
    void aFrameThatQuarantineCouldNotKeepStaysWithTheDevice() {
        quarantine = Optional.of("LOG-001 disk full");
        receive(station(onReceived(REJECT, new Acknowledge(DELIVERY, Acknowledgement.MALFORMED))));
        assertEquals(List.of("acknowledge 7 NOT_STORED"), connection.done());
    }

    @Test
    void whatIsReadComesAsReceivedAndASubscriptionIsDone() {
        Channel model = new Channel("2a24");
        Channel values = new Channel("2a35");
        ScriptedDriver driver = onReceivedStream(new Read(model), new Subscribe(values, SubscribeMode.INDICATE));
        receive(station(driver));
        assertEquals(List.of("read 2a24", "subscribe 2a35 INDICATE"), connection.done());
        assertTrue(driver.heard()
                .contains(new Received(model, DeliveryId.NONE, Bytes.of((byte) 'M'), new ReceiveTime(Instant.EPOCH))));
        assertTrue(driver.heard().contains(new WriteDone(values)));
    }

    @Test
    void whatCannotBeReadOrSubscribedIsTold() {
        connection.failWrites("the device has no such thing");
        ScriptedDriver driver = onReceivedStream(
                new Read(new Channel("2a24")), new Subscribe(new Channel("2a35"), SubscribeMode.INDICATE));
        receive(station(driver));
        assertTrue(driver.heard().contains(new WriteFailed(new Channel("2a24"), "the device has no such thing")));
        assertTrue(driver.heard().contains(new WriteFailed(new Channel("2a35"), "the device has no such thing")));
    }

    private static ScriptedDriver onReceivedStream(DriverAction... actions) {
        return new ScriptedDriver(event ->
                event instanceof Received received && received.channel().equals(Channel.STREAM)
                        ? List.of(actions)
                        : List.of());
    }

    @Test
    void outcomesAreHeardAfterTheActionsTheyCameFrom() {
        Function<DriverEvent, List<DriverAction>> script = event -> {
            if (event instanceof Received) {
                return List.of(STORE, new Wake(Duration.ofSeconds(15)));
            }
            return event instanceof Stored ? List.of(new Wake(Duration.ofSeconds(30))) : List.of();
        };
        ScriptedDriver driver = new ScriptedDriver(script);
        receive(station(driver));
        scheduler.advance(Duration.ofSeconds(29));
        assertFalse(driver.heard().stream().anyMatch(Elapsed.class::isInstance), "the later wake must win");
        scheduler.advance(Duration.ofSeconds(1));
        assertInstanceOf(Elapsed.class, driver.heard().get(driver.heard().size() - 1));
    }

    @Test
    void aWriteThatFailsIsHeard() {
        connection.failWrites("the port took 0 of 1 bytes");
        ScriptedDriver driver = onReceived(new Write(Channel.STREAM, ACK));
        receive(station(driver));
        assertTrue(driver.heard().contains(new WriteFailed(Channel.STREAM, "the port took 0 of 1 bytes")));
    }

    @Test
    void aDriverThatThrowsLosesItsConnectionAndTheNextOneStartsAfresh() {
        ScriptedDriver driver = new ScriptedDriver(event -> {
            if (event instanceof Received) {
                throw new IllegalStateException("on purpose");
            }
            return List.of();
        });
        DeviceStation station = station(driver);
        ConnectionListener session = receive(station);
        assertEquals(List.of("close its driver failed"), connection.done());
        int heard = driver.heard().size();
        session.received(Channel.STREAM, DELIVERY, BYTES, AT);
        assertEquals(heard, driver.heard().size(), "a failed protocol is not asked again");

        session.closed("its driver failed");
        assertFalse(station.meter().isConnected());
        station.accept(connection);
        assertInstanceOf(
                DriverEvent.Connected.class, driver.heard().get(driver.heard().size() - 1));
        assertTrue(station.meter().isConnected());
    }

    @Test
    void aDriverThatCannotOpenLosesItsConnectionToo() {
        ScriptedDriver driver = new ScriptedDriver(event -> List.of());
        DeviceStation station = station(driver);
        driver.failToOpen();
        station.accept(connection);
        assertEquals(List.of("close its driver failed"), connection.done());
    }

    @Test
    void afterTheEndNoWakeComes() {
        ScriptedDriver driver = onReceived(new Wake(Duration.ofSeconds(15)));
        ConnectionListener session = receive(station(driver));
        session.closed("gone");
        assertInstanceOf(
                DriverEvent.Disconnected.class,
                driver.heard().get(driver.heard().size() - 1));
        scheduler.advance(Duration.ofMinutes(1));
        assertInstanceOf(
                DriverEvent.Disconnected.class,
                driver.heard().get(driver.heard().size() - 1));
    }
}
