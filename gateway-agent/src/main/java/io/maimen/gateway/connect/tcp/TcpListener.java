package io.maimen.gateway.connect.tcp;

import io.maimen.gateway.connect.ConnectionAcceptor;
import io.maimen.gateway.connect.LineConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for one device to call. A device that calls again takes its place over from its older connection: the older one is
 * usually dead without knowing it. Whoever calls is believed, unless the device's own address is known. Thread-safe.
 */
public final class TcpListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TcpListener.class);

    private final ServerSocket server;
    private final Optional<String> peer;
    private final Clock clock;
    private final ConnectionAcceptor acceptor;
    /** Confined to the accepting thread, until that has ended. */
    private Optional<LineConnection> current = Optional.empty();

    private TcpListener(ServerSocket server, Optional<String> peer, Clock clock, ConnectionAcceptor acceptor) {
        this.server = server;
        this.peer = peer;
        this.clock = clock;
        this.acceptor = acceptor;
    }

    /**
     * Listens from now on.
     *
     * @param port 0 for one that the system chooses
     * @param peer the only address that is let in; empty for any
     * @throws IOException the port is taken, or the host is none of ours
     */
    public static TcpListener open(
            String host, int port, Optional<String> peer, Clock clock, ConnectionAcceptor acceptor) throws IOException {
        ServerSocket server = new ServerSocket();
        try {
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            server.close();
            throw new IOException(
                    "GW-038 " + host + ":" + port + " must be free to listen for a device but was not: "
                            + e.getMessage(),
                    e);
        }
        TcpListener listener = new TcpListener(server, peer, clock, acceptor);
        new Thread(listener::accept, "tcp listener " + port).start();
        return listener;
    }

    /** Where it listens. */
    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                if (believed(socket.getInetAddress())) {
                    current.ifPresent(older -> older.close("the device connected again"));
                    TcpLine line = TcpLine.of(socket);
                    current = Optional.of(LineConnection.open(line, line.name(), clock, acceptor));
                } else {
                    LOG.warn(
                            "GW-037 {} called on port {} and was refused: only {} is let in",
                            socket.getInetAddress().getHostAddress(),
                            port(),
                            peer.orElse(""));
                    socket.close();
                }
            } catch (IOException e) {
                LOG.debug("a call on port {} came to nothing: {}", port(), e.getMessage());
            }
        }
        current.ifPresent(connection -> connection.close("the gateway stops"));
    }

    private boolean believed(InetAddress caller) {
        return peer.map(caller.getHostAddress()::equals).orElse(true);
    }

    /** Lets nobody in any more and ends the connection. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            LOG.debug("a port did not close cleanly: {}", e.getMessage());
        }
    }
}
