package io.maimen.gateway.desired;

import io.maimen.driver.Channel;
import io.maimen.driver.DeliveryId;
import io.maimen.gateway.connect.ConnectionAcceptor;
import io.maimen.gateway.connect.ConnectionListener;
import io.maimen.gateway.connect.DeviceConnection;
import io.maimen.observation.Bytes;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.time.ReceiveTime;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before a device's station: nothing passes while the device is revoked, and nothing is acknowledged, so that a
 * device that remembers keeps its readings. Thread-safe.
 */
public final class RevocableAcceptor implements ConnectionAcceptor {
    private static final Logger LOG = LoggerFactory.getLogger(RevocableAcceptor.class);
    private static final String REVOKED = "the device or its driver is revoked";

    private final DeviceId device;
    private final ConnectionAcceptor station;
    private final BooleanSupplier isServed;
    private final Executor pool;
    private final Set<DeviceConnection> open = ConcurrentHashMap.newKeySet();

    private RevocableAcceptor(DeviceId device, ConnectionAcceptor station, BooleanSupplier isServed, Executor pool) {
        this.device = device;
        this.station = station;
        this.isServed = isServed;
        this.pool = pool;
    }

    /** {@code pool} closes what must be closed, which may block. */
    public static RevocableAcceptor of(
            Desired desired, DeviceId device, String driver, ConnectionAcceptor station, Executor pool) {
        RevocableAcceptor acceptor = new RevocableAcceptor(device, station, () -> desired.serves(device, driver), pool);
        desired.onApplied(acceptor::endIfRevoked);
        return acceptor;
    }

    @Override
    public ConnectionListener accept(DeviceConnection connection) {
        open.add(connection);
        if (!isServed.getAsBoolean()) {
            end(connection);
            return new Deaf(connection);
        }
        return new Passing(connection, station.accept(connection));
    }

    private void endIfRevoked() {
        if (!isServed.getAsBoolean()) {
            open.forEach(this::end);
        }
    }

    private void end(DeviceConnection connection) {
        LOG.warn("GW-086 device must not be revoked but {} is; its connection ends", device);
        pool.execute(() -> connection.close(REVOKED));
    }

    /** Hears nothing: an unanswered delivery is not lost. */
    private final class Deaf implements ConnectionListener {
        private final DeviceConnection connection;

        Deaf(DeviceConnection connection) {
            this.connection = connection;
        }

        @Override
        public void received(Channel channel, DeliveryId delivery, Bytes bytes, ReceiveTime at) {}

        @Override
        public void closed(String reason) {
            open.remove(connection);
        }
    }

    /** Hears all, until the device is revoked. */
    private final class Passing implements ConnectionListener {
        private final DeviceConnection connection;
        private final ConnectionListener session;

        Passing(DeviceConnection connection, ConnectionListener session) {
            this.connection = connection;
            this.session = session;
        }

        @Override
        public void received(Channel channel, DeliveryId delivery, Bytes bytes, ReceiveTime at) {
            if (isServed.getAsBoolean()) {
                session.received(channel, delivery, bytes, at);
            }
        }

        @Override
        public void closed(String reason) {
            open.remove(connection);
            session.closed(reason);
        }
    }
}
