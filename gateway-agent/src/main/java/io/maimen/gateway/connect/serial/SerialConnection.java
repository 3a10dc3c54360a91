package io.maimen.gateway.connect.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortDataListener;
import com.fazecast.jSerialComm.SerialPortEvent;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import io.maimen.driver.Channel;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DriverAction.Acknowledgement;
import io.maimen.gateway.connect.ConnectionAcceptor;
import io.maimen.gateway.connect.ConnectionListener;
import io.maimen.gateway.connect.DeviceConnection;
import io.maimen.observation.Bytes;
import io.maimen.observation.time.ReceiveTime;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An open serial port, and the only class that knows jSerialComm: its -1 and false, and its habit of reporting one dead
 * port three times while it stays open, end here. Thread-safe.
 */
final class SerialConnection implements DeviceConnection {
    private static final int WRITE_TIMEOUT_MS = 5_000;

    private final SerialPort line;
    private final Executor executor;
    private final CompletableFuture<ConnectionListener> listener = new CompletableFuture<>();
    private final AtomicBoolean ended = new AtomicBoolean();

    private SerialConnection(SerialPort line, Executor executor) {
        this.line = line;
        this.executor = executor;
    }

    /** Empty when the port is open and heard by what {@code acceptor} answered, else why not. */
    static Optional<String> open(
            Path port, LineSettings settings, Clock clock, Executor executor, ConnectionAcceptor acceptor) {
        SerialPort line;
        try {
            line = SerialPort.getCommPort(port.toString());
        } catch (SerialPortInvalidPortException e) {
            return Optional.of(port + " is no serial port");
        }
        settings.set(line);
        line.setComPortTimeouts(SerialPort.TIMEOUT_WRITE_BLOCKING, 0, WRITE_TIMEOUT_MS);
        if (!line.openPort()) {
            // The error code says something only after a failure: calls that succeed leave 25 in it.
            return Optional.of(port + " cannot be opened (system error " + line.getLastErrorCode() + ")");
        }
        SerialConnection connection = new SerialConnection(line, executor);
        connection.listener.complete(acceptor.accept(connection));
        if (!line.addDataListener(connection.new Ear(clock))) {
            connection.close("the port cannot be listened to");
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> write(Channel channel, Bytes bytes) {
        int written = ended.get() ? -1 : line.writeBytes(bytes.toArray(), bytes.size());
        return written == bytes.size()
                ? Optional.empty()
                : Optional.of("the port took " + Math.max(written, 0) + " of " + bytes.size() + " bytes");
    }

    /** A serial line has no deliveries: its protocols answer with bytes. */
    @Override
    public void acknowledge(DeliveryId delivery, Acknowledgement acknowledgement) {}

    @Override
    public void close(String reason) {
        if (ended.compareAndSet(false, true)) {
            // Closing waits for the library's own thread, which may be the one that calls us now.
            executor.execute(() -> {
                line.closePort();
                // Waits for it when the acceptor closed at once, before it had answered who hears.
                listener.join().closed(reason);
            });
        }
    }

    /** What the library calls, on a thread of its own. */
    private final class Ear implements SerialPortDataListener {
        private final Clock clock;

        Ear(Clock clock) {
            this.clock = clock;
        }

        @Override
        public int getListeningEvents() {
            return SerialPort.LISTENING_EVENT_DATA_RECEIVED | SerialPort.LISTENING_EVENT_PORT_DISCONNECTED;
        }

        @Override
        public void serialEvent(SerialPortEvent event) {
            if (event.getEventType() == SerialPort.LISTENING_EVENT_PORT_DISCONNECTED) {
                close("the port is gone");
                return;
            }
            byte[] bytes = event.getReceivedData();
            if (bytes != null && bytes.length > 0 && !ended.get()) {
                ReceiveTime at = new ReceiveTime(clock.instant());
                listener.join().received(Channel.STREAM, DeliveryId.NONE, Bytes.of(bytes), at);
            }
        }
    }
}
