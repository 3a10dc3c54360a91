package io.maimen.gateway.connect;

import io.maimen.driver.Channel;
import io.maimen.observation.Bytes;
import java.io.IOException;
import java.util.Optional;

/** An open line that is read by waiting for it: a socket, a device file. One thread reads, others write and close. */
public interface DeviceLine extends AutoCloseable {
    /** Where what is read came from. */
    Channel channel();

    /** The next bytes; empty when the device ended. Waits for them. */
    Optional<Bytes> read() throws IOException;

    /** Hands over all of {@code bytes}; called by one thread at a time. */
    void write(Channel channel, Bytes bytes) throws IOException;

    /** Who waits in {@link #read} wakes, with an exception or nothing. */
    @Override
    void close() throws IOException;
}
