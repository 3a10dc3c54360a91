package io.maimen.simulator.device.line;

import java.util.List;

/**
 * A device, from its own side of the line: what happens to it goes in, what it does comes out. It opens no port, starts no
 * thread and reads no clock, so that it runs as well in virtual time as on a real line. Confined to one thread.
 */
public interface LineDevice {
    /** What the device does about {@code event}, in this order; never throws, whatever the host sends. */
    List<DeviceAct> on(HostEvent event);
}
