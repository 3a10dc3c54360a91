package io.maimen.gateway.connect;

import io.maimen.driver.Channel;
import io.maimen.driver.DeliveryId;
import io.maimen.gateway.schedule.Scheduler;
import io.maimen.observation.Bytes;
import io.maimen.observation.time.ReceiveTime;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a dialled device connected: dials, and after a failure or an end waits and dials again. The wait is short again
 * once the device has said something, not already when its port opened: a port that opens and dies must not spin. Thread-safe.
 */
public final class Redialer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Redialer.class);

    private final String device;
    private final DeviceDialer dialer;
    private final ConnectionAcceptor acceptor;
    private final BackOff backOff;
    private final Scheduler scheduler;
    private final Executor executor;
    private Scheduler.Pending pending = Scheduler.Pending.NONE;
    private Optional<DeviceConnection> current = Optional.empty();
    private String lastTrouble = "";
    private boolean closed;

    /** Nothing is dialled before {@link #start()}; {@code executor} must run one task at a time, and may block. */
    public Redialer(
            String device,
            DeviceDialer dialer,
            ConnectionAcceptor acceptor,
            BackOff backOff,
            Scheduler scheduler,
            Executor executor) {
        this.device = device;
        this.dialer = dialer;
        this.acceptor = acceptor;
        this.backOff = backOff;
        this.scheduler = scheduler;
        this.executor = executor;
    }

    /** Dials for the first time, soon. */
    public void start() {
        executor.execute(this::dial);
    }

    private void dial() {
        if (isClosed()) {
            return;
        }
        Optional<String> failure = dialer.dial(this::accept);
        failure.ifPresent(reason -> again("GW-021 connection to " + device + " could not be opened: " + reason));
    }

    private ConnectionListener accept(DeviceConnection connection) {
        synchronized (this) {
            current = Optional.of(connection);
            if (closed) {
                connection.close("the gateway stops");
            }
        }
        return new Watched(acceptor.accept(connection));
    }

    private synchronized void again(String why) {
        if (closed) {
            return;
        }
        current = Optional.empty();
        var wait = backOff.next();
        if (why.equals(lastTrouble)) {
            LOG.info("{}; trying again in {} ms", why, wait.toMillis());
        } else {
            LOG.warn("{}; trying again until it works", why);
            lastTrouble = why;
        }
        pending = scheduler.after(wait, () -> executor.execute(this::dial));
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void spoke() {
        lastTrouble = "";
        backOff.reset();
    }

    /** Ends the connection and dials no more. */
    @Override
    public synchronized void close() {
        closed = true;
        pending.cancel();
        current.ifPresent(connection -> connection.close("the gateway stops"));
    }

    /** Passes on what is heard, and dials again at the end. */
    private final class Watched implements ConnectionListener {
        private final ConnectionListener inner;

        Watched(ConnectionListener inner) {
            this.inner = inner;
        }

        @Override
        public void received(Channel channel, DeliveryId delivery, Bytes bytes, ReceiveTime at) {
            spoke();
            inner.received(channel, delivery, bytes, at);
        }

        @Override
        public void closed(String reason) {
            inner.closed(reason);
            again("GW-022 connection to " + device + " ended: " + reason);
        }
    }
}
