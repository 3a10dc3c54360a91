package io.maimen.gateway.connect;

import io.maimen.driver.Channel;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DriverAction.Acknowledgement;
import io.maimen.observation.Bytes;
import io.maimen.observation.time.ReceiveTime;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open line, read by a thread of its own: a listener that has enough for now holds that thread, and the line holds the device.
 * The same thread tells the end, so that nothing is heard after it. Thread-safe.
 */
public final class LineConnection implements DeviceConnection {
    private static final Logger LOG = LoggerFactory.getLogger(LineConnection.class);

    private final DeviceLine line;
    private final Clock clock;
    private final Object writing = new Object();
    private final AtomicReference<String> reason = new AtomicReference<>("");

    private LineConnection(DeviceLine line, Clock clock) {
        this.line = line;
        this.clock = clock;
    }

    /**
     * Hands an open line over to what {@code acceptor} answers.
     *
     * @param name of the reading thread
     */
    public static LineConnection open(DeviceLine line, String name, Clock clock, ConnectionAcceptor acceptor) {
        LineConnection connection = new LineConnection(line, clock);
        ConnectionListener listener = acceptor.accept(connection);
        new Thread(() -> connection.read(listener), name).start();
        return connection;
    }

    private void read(ConnectionListener listener) {
        try {
            for (Optional<Bytes> bytes = line.read(); bytes.isPresent(); bytes = line.read()) {
                ReceiveTime at = new ReceiveTime(clock.instant());
                listener.received(line.channel(), DeliveryId.NONE, bytes.get(), at);
            }
            close("the device ended the connection");
        } catch (IOException e) {
            close("the connection broke: " + e.getMessage());
        } finally {
            listener.closed(reason.get());
        }
    }

    @Override
    public Optional<String> write(Channel channel, Bytes bytes) {
        try {
            synchronized (writing) {
                line.write(channel, bytes);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("the connection took no bytes: " + e.getMessage());
        }
    }

    /** A line has no deliveries: its protocols answer with bytes. */
    @Override
    public void acknowledge(DeliveryId delivery, Acknowledgement acknowledgement) {}

    /** The reading thread wakes and tells the end. */
    @Override
    public void close(String why) {
        if (reason.compareAndSet("", why)) {
            try {
                line.close();
            } catch (IOException e) {
                LOG.debug("a line did not close cleanly: {}", e.getMessage());
            }
        }
    }
}
