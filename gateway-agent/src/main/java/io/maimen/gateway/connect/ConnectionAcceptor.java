package io.maimen.gateway.connect;

/** Takes a device's connections, one after another. Thread-safe. */
@FunctionalInterface
public interface ConnectionAcceptor {
    /** A conversation begins; the answer hears it. Must not block. */
    ConnectionListener accept(DeviceConnection connection);
}
