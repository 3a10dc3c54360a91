package io.maimen.gateway.connect;

import java.util.Optional;

/** Opens connections to one device that waits to be opened: a serial port, a TCP server. Thread-safe. */
public interface DeviceDialer {
    /**
     * Opens once and hands the connection to {@code acceptor}.
     *
     * @return empty when it stands, else why not
     */
    Optional<String> dial(ConnectionAcceptor acceptor);
}
