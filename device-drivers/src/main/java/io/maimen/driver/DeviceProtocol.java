package io.maimen.driver;

import java.util.List;

/**
 * The conversation with one device over one connection: events go in, actions come out. It never blocks, opens a port,
 * starts a thread or reads a clock; time reaches it with the events. Confined to its session's thread.
 */
public interface DeviceProtocol {
    /** What to do about {@code event}, in this order; never throws on any bytes a device may send. */
    List<DriverAction> on(DriverEvent event);
}
