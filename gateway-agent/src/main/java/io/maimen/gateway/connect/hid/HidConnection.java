package io.maimen.gateway.connect.hid;

import io.maimen.driver.Channel;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DriverAction.Acknowledgement;
import io.maimen.gateway.connect.ConnectionAcceptor;
import io.maimen.gateway.connect.ConnectionListener;
import io.maimen.gateway.connect.DeviceConnection;
import io.maimen.observation.Bytes;
import io.maimen.observation.time.ReceiveTime;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open device, read by a thread of its own: a listener that has enough for now holds that thread. The same thread tells the
 * end, so that nothing is heard after it. Thread-safe.
 */
final class HidConnection implements DeviceConnection {
    private static final Logger LOG = LoggerFactory.getLogger(HidConnection.class);

    private final HidLine line;
    private final Clock clock;
    private final AtomicReference<String> reason = new AtomicReference<>("");

    private HidConnection(HidLine line, Clock clock) {
        this.line = line;
        this.clock = clock;
    }

    /** Hands an open device over to what {@code acceptor} answers. */
    static void open(HidLine line, String name, Clock clock, ConnectionAcceptor acceptor) {
        HidConnection connection = new HidConnection(line, clock);
        ConnectionListener listener = acceptor.accept(connection);
        new Thread(() -> connection.read(listener), "hid " + name).start();
    }

    private void read(ConnectionListener listener) {
        try {
            for (Optional<Bytes> report = line.read(); report.isPresent(); report = line.read()) {
                ReceiveTime at = new ReceiveTime(clock.instant());
                listener.received(Channel.HID_REPORT, DeliveryId.NONE, report.get(), at);
            }
            close("the device is gone");
        } catch (IOException e) {
            close("the device is gone: " + e.getMessage());
        } finally {
            listener.closed(reason.get());
        }
    }

    @Override
    public Optional<String> write(Channel channel, Bytes bytes) {
        if (!channel.equals(Channel.HID_REPORT) && !channel.equals(Channel.HID_FEATURE)) {
            return Optional.of("a USB HID device has no channel " + channel.name());
        }
        try {
            line.write(channel, bytes);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("the device took no report: " + e.getMessage());
        }
    }

    /** These devices are acknowledged nothing but by reports. */
    @Override
    public void acknowledge(DeliveryId delivery, Acknowledgement acknowledgement) {}

    /** The reading thread wakes and tells the end. */
    @Override
    public void close(String why) {
        if (reason.compareAndSet("", why)) {
            try {
                line.close();
            } catch (IOException e) {
                LOG.debug("a HID device did not close cleanly: {}", e.getMessage());
            }
        }
    }
}
