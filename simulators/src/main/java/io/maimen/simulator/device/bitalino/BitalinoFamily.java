package io.maimen.simulator.device.bitalino;

import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.DeviceFamily;
import io.maimen.simulator.device.line.DeviceLink;
import io.maimen.simulator.device.line.LineDevice;
import java.util.Map;
import java.util.Set;

/** BITalino (r)evolution with an ECG sensor on its first input, over Bluetooth's serial port. */
public final class BitalinoFamily implements DeviceFamily {
    static final String LOST_FRAMES = "lost-frames";

    private static final int BAUD = 115_200;

    @Override
    public String name() {
        return "bitalino";
    }

    @Override
    public DeviceLink link() {
        return new DeviceLink.Serial(BAUD);
    }

    @Override
    public Map<String, String> driverOptions() {
        return Map.of("leads.1", "I", "rateHz", "100");
    }

    @Override
    public Map<String, String> habits() {
        return Map.of(LOST_FRAMES, "the radio loses every fortieth frame");
    }

    @Override
    public LineDevice make(long seed, DeviceClock clock, Set<String> habits) {
        return new BitalinoBoard(seed, habits.contains(LOST_FRAMES));
    }
}
