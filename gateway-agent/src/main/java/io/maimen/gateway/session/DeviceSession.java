package io.maimen.gateway.session;

import io.maimen.driver.Channel;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverEvent;
import io.maimen.gateway.connect.ConnectionListener;
import io.maimen.gateway.connect.DeviceConnection;
import io.maimen.gateway.schedule.Scheduler;
import io.maimen.gateway.schedule.SerialExecutor;
import io.maimen.observation.Bytes;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.time.ReceiveTime;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One protocol over one connection, from its first event to its last. Everything the protocol sees and wants happens on a
 * {@link SerialExecutor}, one after another; the methods called from outside only queue, and hold back a caller that is too
 * far ahead. A protocol that throws loses its connection and nothing else. Thread-safe.
 */
final class DeviceSession implements ConnectionListener {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceSession.class);
    private static final int MAX_WAITING = 256;

    private final DeviceId device;
    private final DeviceConnection connection;
    private final SessionParts parts;
    private final DeviceMeter meter;
    private final Executor executor;
    private final Conversation conversation;
    private final Semaphore room = new Semaphore(MAX_WAITING);
    private Scheduler.Pending wake = Scheduler.Pending.NONE;
    private long wakes;
    private boolean ended;

    DeviceSession(
            DeviceId device,
            DeviceProtocol protocol,
            DeviceConnection connection,
            SessionParts parts,
            DeviceMeter meter,
            Executor pool) {
        this.device = device;
        this.connection = connection;
        this.parts = parts;
        this.meter = meter;
        this.executor = new SerialExecutor(pool);
        this.conversation = new Conversation(device, protocol, connection, parts, meter, this::wakeAfter);
    }

    /** Tells the protocol that the connection stands; comes before anything is received. */
    void start() {
        meter.opened();
        executor.execute(() -> hear(new DriverEvent.Connected(parts.clock().instant())));
    }

    @Override
    public void received(Channel channel, DeliveryId delivery, Bytes bytes, ReceiveTime at) {
        room.acquireUninterruptibly();
        executor.execute(() -> {
            room.release();
            meter.received(at.instant());
            hear(new DriverEvent.Received(channel, delivery, bytes, at));
        });
    }

    @Override
    public void closed(String reason) {
        meter.closed();
        executor.execute(() -> {
            hear(new DriverEvent.Disconnected(parts.clock().instant()));
            ended = true;
            wake.cancel();
        });
    }

    private void wakeAfter(Duration delay) {
        wake.cancel();
        long number = ++wakes;
        wake = parts.scheduler().after(delay, () -> executor.execute(() -> wakeUp(number)));
    }

    /** A wake that was replaced may already stand in the queue. */
    private void wakeUp(long number) {
        if (number == wakes) {
            hear(new DriverEvent.Elapsed(parts.clock().instant()));
        }
    }

    private void hear(DriverEvent event) {
        if (ended) {
            return;
        }
        try {
            conversation.hear(event);
        } catch (RuntimeException e) {
            // A driver comes from anyone: its mistake may cost its own connection, never the gateway.
            LOG.error("GW-020 driver of {} must not throw but did; send this trace to its maker", device, e);
            ended = true;
            connection.close("its driver failed");
        }
    }
}
