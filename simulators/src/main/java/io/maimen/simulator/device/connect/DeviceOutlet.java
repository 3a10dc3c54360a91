package io.maimen.simulator.device.connect;

import io.maimen.observation.Bytes;
import io.maimen.simulator.SimulatorException;

/** A device's side of a real line. It is there again by itself after it was gone. Thread-safe. */
interface DeviceOutlet extends AutoCloseable {
    /** Begins; from now on {@code host} hears what happens. */
    void open(Host host) throws SimulatorException;

    /** Hands bytes over; what nobody hears any more is lost, as on every line. */
    void send(String channel, Bytes bytes);

    /** Ends the connection, not the outlet. */
    void hangUp();

    @Override
    void close();
}
