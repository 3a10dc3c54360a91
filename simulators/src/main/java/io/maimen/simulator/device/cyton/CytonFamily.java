package io.maimen.simulator.device.cyton;

import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.DeviceFamily;
import io.maimen.simulator.device.line.DeviceLink;
import io.maimen.simulator.device.line.LineDevice;
import java.util.Map;
import java.util.Set;

/** Cyton, eight channels, an ECG on the first. OpenBCI Cyton data format. */
public final class CytonFamily implements DeviceFamily {
    static final String LOST_PACKETS = "lost-packets";
    static final String RAW_AUXILIARY = "raw-auxiliary";

    private static final int BAUD = 115_200;

    @Override
    public String name() {
        return "openbci-cyton";
    }

    @Override
    public DeviceLink link() {
        return new DeviceLink.Serial(BAUD);
    }

    @Override
    public Map<String, String> driverOptions() {
        return Map.of("leads.1", "I");
    }

    @Override
    public Map<String, String> habits() {
        return Map.of(
                LOST_PACKETS, "the radio loses every hundredth packet",
                RAW_AUXILIARY, "sends bytes of a user's own in place of the acceleration");
    }

    @Override
    public LineDevice make(long seed, DeviceClock clock, Set<String> habits) {
        return new CytonBoard(seed, habits);
    }
}
