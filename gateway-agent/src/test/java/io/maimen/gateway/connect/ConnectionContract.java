package io.maimen.gateway.connect;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.maimen.driver.Channel;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DriverAction.Acknowledgement;
import io.maimen.observation.Bytes;
import io.maimen.observation.time.ReceiveTime;
import io.maimen.observation.time.SettableClock;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What every way to a device must do; each transport's test extends it with a real device at the other end. */
public abstract class ConnectionContract {
    protected static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");

    protected final SettableClock clock = new SettableClock(NOON);
    protected final Ear ear = new Ear();

    /** Lets a device connect whose connection {@link #ear} accepts, and returns it when it stands. */
    protected abstract DeviceConnection connect() throws Exception;

    /** The device sends. */
    protected abstract void deviceSends(byte... bytes) throws Exception;

    /** The device disappears without a word. */
    protected abstract void deviceDies() throws Exception;

    @Test
    void whatTheDeviceSendsIsHeardWithTheMomentItArrived() throws Exception {
        connect();
        deviceSends((byte) 1, (byte) 2);
        deviceSends((byte) 3);
        await().untilAsserted(() -> assertEquals(
                Bytes.of((byte) 1, (byte) 2, (byte) 3), Bytes.of(ear.bytes().toByteArray())));
        assertEquals(
                List.of(new ReceiveTime(NOON)), ear.times.stream().distinct().toList());
    }

    @Test
    void closingIsHeardOnceAndClosingTwiceDoesNothing() throws Exception {
        DeviceConnection connection = connect();
        connection.close("enough");
        connection.close("enough again");
        await().untilAsserted(() -> assertEquals(List.of("enough"), ear.closed));
    }

    @Test
    void aDeviceThatDiesIsHeardOnce() throws Exception {
        connect();
        deviceSends((byte) 1);
        deviceDies();
        await().until(() -> !ear.closed.isEmpty());
        assertEquals(1, ear.closed.size(), ear.closed.toString());
    }

    @Test
    void afterTheEndNothingThrows() throws Exception {
        DeviceConnection connection = connect();
        connection.close("enough");
        await().until(() -> !ear.closed.isEmpty());
        assertFalse(connection.write(Channel.STREAM, Bytes.of((byte) 6)).isEmpty(), "a write that went nowhere");
        connection.acknowledge(new DeliveryId(1), Acknowledgement.ACCEPTED);
    }

    @Test
    void anAcceptorMayCloseAtOnce() throws Exception {
        ear.closeAtOnce = true;
        knock();
        await().untilAsserted(() -> assertEquals(List.of("not wanted"), ear.closed));
    }

    /** Begins to connect; whether the device hears an answer before the line is cut again is not asked. */
    protected void knock() throws Exception {
        connect();
    }

    /** Accepts and remembers. */
    protected static final class Ear implements ConnectionAcceptor, ConnectionListener {
        public final List<DeviceConnection> connections = new CopyOnWriteArrayList<>();
        public final List<DeliveryId> deliveries = new CopyOnWriteArrayList<>();
        public final List<String> closed = new CopyOnWriteArrayList<>();
        private volatile boolean closeAtOnce;
        private final List<ReceiveTime> times = new CopyOnWriteArrayList<>();
        public final List<String> channels = new CopyOnWriteArrayList<>();
        private final List<Bytes> received = new CopyOnWriteArrayList<>();

        public Ear() {}

        @Override
        public ConnectionListener accept(DeviceConnection connection) {
            connections.add(connection);
            if (closeAtOnce) {
                connection.close("not wanted");
            }
            return this;
        }

        @Override
        public void received(Channel channel, DeliveryId delivery, Bytes bytes, ReceiveTime at) {
            channels.add(channel.name());
            deliveries.add(delivery);
            times.add(at);
            received.add(bytes);
        }

        @Override
        public void closed(String reason) {
            closed.add(reason);
        }

        /** What was heard to bring a connection about is no part of the test. */
        public void forget() {
            deliveries.clear();
            channels.clear();
            times.clear();
            received.clear();
        }

        public ByteArrayOutputStream bytes() {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            received.forEach(bytes -> all.writeBytes(bytes.toArray()));
            return all;
        }

        public Optional<DeviceConnection> last() {
            return connections.isEmpty() ? Optional.empty() : Optional.of(connections.get(connections.size() - 1));
        }
    }
}
