package io.maimen.simulator.device.nonin;

import io.maimen.simulator.device.body.FingerClip;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.DeviceFamily;
import io.maimen.simulator.device.line.DeviceLink;
import io.maimen.simulator.device.line.LineDevice;
import java.util.Map;
import java.util.Set;

/** Oximeters by Nonin, which leave the factory in one data format and change it when told. Specification 6470-000-01. */
public final class NoninFamily implements DeviceFamily {
    static final String LOW_BATTERY = "low-battery";

    private static final int BAUD = 9600;

    private final NoninFormat format;

    /** As the 9560 leaves the factory: spot checks. */
    public NoninFamily() {
        this(NoninFormat.SPOT_CHECK);
    }

    NoninFamily(NoninFormat format) {
        this.format = format;
    }

    @Override
    public String name() {
        return "nonin";
    }

    @Override
    public DeviceLink link() {
        return new DeviceLink.Serial(BAUD);
    }

    @Override
    public Map<String, String> driverOptions() {
        return Map.of("format", Integer.toString(format.number()));
    }

    @Override
    public Map<String, String> habits() {
        return Map.of(
                FingerClip.FINGER_OUT,
                FingerClip.HABITS.get(FingerClip.FINGER_OUT) + ", or of every ten spot checks",
                LOW_BATTERY,
                "formats 8 and 13 say that the battery is low");
    }

    @Override
    public LineDevice make(long seed, DeviceClock clock, Set<String> habits) {
        return new NoninOximeter(format, new FingerClip(seed, habits), clock, habits.contains(LOW_BATTERY));
    }
}
