package io.maimen.simulator.device.cms50;

import io.maimen.simulator.device.body.FingerClip;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.DeviceFamily;
import io.maimen.simulator.device.line.DeviceLink;
import io.maimen.simulator.device.line.LineDevice;
import java.util.Map;
import java.util.Set;

/** Contec CMS50 with protocol V7.0: silent until it is started, and again when its host falls silent. */
public final class Cms50Family implements DeviceFamily {
    static final String SEARCHES = "searches";

    private static final int BAUD = 115_200;

    @Override
    public String name() {
        return "contec-cms50";
    }

    @Override
    public DeviceLink link() {
        return new DeviceLink.Serial(BAUD);
    }

    @Override
    public Map<String, String> habits() {
        return Map.of(
                FingerClip.FINGER_OUT,
                FingerClip.HABITS.get(FingerClip.FINGER_OUT),
                SEARCHES,
                "searches for a pulse for three seconds after each start");
    }

    @Override
    public LineDevice make(long seed, DeviceClock clock, Set<String> habits) {
        return new Cms50Oximeter(new FingerClip(seed, habits), habits.contains(SEARCHES));
    }
}
