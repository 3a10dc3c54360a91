package io.maimen.gateway.connect.tcp;

import io.maimen.driver.Channel;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DriverAction.Acknowledgement;
import io.maimen.gateway.connect.ConnectionAcceptor;
import io.maimen.gateway.connect.ConnectionListener;
import io.maimen.gateway.connect.DeviceConnection;
import io.maimen.observation.Bytes;
import io.maimen.observation.time.ReceiveTime;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One socket, read by a thread of its own: a listener that has enough for now holds that thread, and TCP holds the device. The
 * same thread tells the end, so that nothing is heard after it. Thread-safe.
 */
final class TcpConnection implements DeviceConnection {
    private static final Logger LOG = LoggerFactory.getLogger(TcpConnection.class);
    private static final int PIECE_BYTES = 8_192;

    private final Socket socket;
    private final Clock clock;
    private final AtomicReference<String> reason = new AtomicReference<>("");

    private TcpConnection(Socket socket, Clock clock) {
        this.socket = socket;
        this.clock = clock;
    }

    /** Hands a connected socket over to what {@code acceptor} answers. */
    static TcpConnection open(Socket socket, Clock clock, ConnectionAcceptor acceptor) {
        TcpConnection connection = new TcpConnection(socket, clock);
        ConnectionListener listener = acceptor.accept(connection);
        new Thread(() -> connection.read(listener), "tcp " + socket.getRemoteSocketAddress()).start();
        return connection;
    }

    private void read(ConnectionListener listener) {
        try {
            // A device that vanished without a word is noticed by the system after a while, if we ask for that.
            socket.setKeepAlive(true);
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            byte[] piece = new byte[PIECE_BYTES];
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                ReceiveTime at = new ReceiveTime(clock.instant());
                listener.received(Channel.STREAM, DeliveryId.NONE, Bytes.of(Arrays.copyOf(piece, length)), at);
            }
            close("the device closed the connection");
        } catch (IOException e) {
            close("the connection broke: " + e.getMessage());
        } finally {
            listener.closed(reason.get());
        }
    }

    @Override
    public Optional<String> write(Channel channel, Bytes bytes) {
        try {
            synchronized (this) {
                socket.getOutputStream().write(bytes.toArray());
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("the connection took no bytes: " + e.getMessage());
        }
    }

    /** A stream has no deliveries: its protocols answer with bytes. */
    @Override
    public void acknowledge(DeliveryId delivery, Acknowledgement acknowledgement) {}

    /** The reading thread wakes and tells the end. */
    @Override
    public void close(String why) {
        if (reason.compareAndSet("", why)) {
            try {
                socket.close();
            } catch (IOException e) {
                LOG.debug("a socket did not close cleanly: {}", e.getMessage());
            }
        }
    }
}
