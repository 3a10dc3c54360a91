package io.maimen.gateway.connect.serial;

import io.maimen.gateway.connect.ConnectionAcceptor;
import io.maimen.gateway.connect.DeviceDialer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Opens one serial port, 8 data bits, no parity, 1 stop bit. Thread-safe. */
public final class SerialDialer implements DeviceDialer {
    private final Path port;
    private final int baud;
    private final Clock clock;
    private final Executor executor;

    /**
     * A dialer of one device file.
     *
     * @param baud bits a second; a pty ignores it
     * @param executor runs what may block, such as closing a port
     */
    public SerialDialer(Path port, int baud, Clock clock, Executor executor) {
        this.port = port;
        this.baud = baud;
        this.clock = clock;
        this.executor = executor;
    }

    @Override
    public Optional<String> dial(ConnectionAcceptor acceptor) {
        try {
            // A pty's name is a link that points elsewhere after each start of its maker: resolve it every time.
            return SerialConnection.open(port.toRealPath(), baud, clock, executor, acceptor);
        } catch (IOException e) {
            return Optional.of(port + " does not exist");
        }
    }
}
