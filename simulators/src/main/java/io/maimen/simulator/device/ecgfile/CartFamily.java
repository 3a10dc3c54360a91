package io.maimen.simulator.device.ecgfile;

import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.DeviceFamily;
import io.maimen.simulator.device.line.DeviceLink;
import io.maimen.simulator.device.line.LineDevice;
import java.util.Map;
import java.util.Set;

/** Carts that export each recording as a file; they differ in how it is written. Stateless. */
abstract class CartFamily implements DeviceFamily {
    private static final String TWICE = "exports-twice";

    @Override
    public DeviceLink link() {
        return new DeviceLink.Files();
    }

    @Override
    public Map<String, String> driverOptions() {
        return Map.of("simulated", "true");
    }

    @Override
    public Map<String, String> habits() {
        return Map.of(TWICE, "somebody presses export twice, and the second file has another name");
    }

    @Override
    public LineDevice make(long seed, DeviceClock clock, Set<String> habits) {
        return cart(seed, clock, habits.contains(TWICE));
    }

    abstract LineDevice cart(long seed, DeviceClock clock, boolean exportsTwice);
}
