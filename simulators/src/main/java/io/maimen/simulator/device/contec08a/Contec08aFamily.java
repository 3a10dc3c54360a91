package io.maimen.simulator.device.contec08a;

import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.DeviceFamily;
import io.maimen.simulator.device.line.DeviceLink;
import io.maimen.simulator.device.line.LineDevice;
import java.util.Map;
import java.util.Set;

/** The cuff Contec 08A on a USB cable, as one capture of its maker's program shows it. */
public final class Contec08aFamily implements DeviceFamily {
    static final String FORGETS_THE_DATE = "forgets-the-date";

    @Override
    public String name() {
        return "contec-08a";
    }

    @Override
    public DeviceLink link() {
        return new DeviceLink.Hid();
    }

    @Override
    public Map<String, String> habits() {
        return Map.of(FORGETS_THE_DATE, "tells its readings without a date: day and month are 0");
    }

    @Override
    public LineDevice make(long seed, DeviceClock clock, Set<String> habits) {
        return new Contec08aCuff(seed, clock, habits.contains(FORGETS_THE_DATE));
    }
}
