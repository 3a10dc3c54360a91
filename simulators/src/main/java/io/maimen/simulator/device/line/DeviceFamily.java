package io.maimen.simulator.device.line;

import java.util.Map;
import java.util.Set;

/** Makes devices of one family. Stateless; thread-safe. */
public interface DeviceFamily {
    /** As people name it on the command line, and as the driver that reads it is called. */
    String name();

    DeviceLink link();

    /** What a gateway's configuration has to say of such a device, under {@code options}. */
    default Map<String, String> driverOptions() {
        return Map.of();
    }

    /** The family's own bad habits, by name, each with what it does; faults of lines and clocks are not among them. */
    default Map<String, String> habits() {
        return Map.of();
    }

    /**
     * A device, not connected yet.
     *
     * @param seed the same seed gives the same readings
     * @param clock inside the device
     * @param habits names out of {@link #habits()}
     */
    LineDevice make(long seed, DeviceClock clock, Set<String> habits);
}
