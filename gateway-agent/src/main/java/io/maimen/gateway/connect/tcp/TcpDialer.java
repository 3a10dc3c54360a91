package io.maimen.gateway.connect.tcp;

import io.maimen.gateway.connect.ConnectionAcceptor;
import io.maimen.gateway.connect.DeviceDialer;
import io.maimen.gateway.connect.LineConnection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.util.Optional;

/** Calls one device that listens. Thread-safe. */
public final class TcpDialer implements DeviceDialer {
    private static final int PATIENCE_MS = 10_000;

    private final String host;
    private final int port;
    private final Clock clock;

    /** A dialer of one address; the name is looked up at each call. */
    public TcpDialer(String host, int port, Clock clock) {
        this.host = host;
        this.port = port;
        this.clock = clock;
    }

    @Override
    public Optional<String> dial(ConnectionAcceptor acceptor) {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MS);
            TcpLine line = TcpLine.of(socket);
            LineConnection.open(line, line.name(), clock, acceptor);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(host + ":" + port + " does not answer: " + e.getMessage());
        }
    }
}
