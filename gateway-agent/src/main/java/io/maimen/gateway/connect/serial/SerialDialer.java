package io.maimen.gateway.connect.serial;

import io.maimen.gateway.connect.ConnectionAcceptor;
import io.maimen.gateway.connect.DeviceDialer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Opens one serial port. Thread-safe. */
public final class SerialDialer implements DeviceDialer {
    private final Path port;
    private final LineSettings settings;
    private final Clock clock;
    private final Executor executor;

    /**
     * A dialer of one device file.
     *
     * @param executor runs what may block, such as closing a port
     */
    public SerialDialer(Path port, LineSettings settings, Clock clock, Executor executor) {
        this.port = port;
        this.settings = settings;
        this.clock = clock;
        this.executor = executor;
    }

    @Override
    public Optional<String> dial(ConnectionAcceptor acceptor) {
        try {
            // A pty's name is a link that points elsewhere after each start of its maker: resolve it every time.
            return SerialConnection.open(port.toRealPath(), settings, clock, executor, acceptor);
        } catch (IOException e) {
            return Optional.of(port + " does not exist");
        }
    }
}
