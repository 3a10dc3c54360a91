package io.maimen.simulator.device.spotchem;

import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.DeviceFamily;
import io.maimen.simulator.device.line.DeviceLink;
import io.maimen.simulator.device.line.LineDevice;
import java.util.Map;
import java.util.Set;

/** SPOTCHEM EL SE-1520, as one capture shows it: sodium, potassium and chloride, and nothing that would find an error. */
public final class SpotchemFamily implements DeviceFamily {
    static final String HAEMOLYSED = "haemolysed";

    private static final int BAUD = 9600;

    @Override
    public String name() {
        return "spotchem";
    }

    @Override
    public DeviceLink link() {
        return new DeviceLink.Serial(BAUD);
    }

    @Override
    public Map<String, String> habits() {
        return Map.of(HAEMOLYSED, "potassium is 9.7 mmol/L in every second specimen, as in the capture");
    }

    @Override
    public LineDevice make(long seed, DeviceClock clock, Set<String> habits) {
        return new SpotchemAnalyser(seed, clock, habits.contains(HAEMOLYSED));
    }
}
