package io.maimen.simulator.device.vidas;

import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.DeviceFamily;
import io.maimen.simulator.device.line.DeviceLink;
import io.maimen.simulator.device.line.LineDevice;
import java.util.Map;
import java.util.Set;

/** A mini-VIDAS that runs C-reactive protein, with a unit, and antibodies against hepatitis B, with an index and words. */
public final class VidasFamily implements DeviceFamily {
    static final String NO_SPECIMEN_NUMBER = "no-specimen-number";

    private static final int BAUD = 9600;

    @Override
    public String name() {
        return "vidas";
    }

    @Override
    public DeviceLink link() {
        return new DeviceLink.Serial(BAUD);
    }

    @Override
    public Map<String, String> driverOptions() {
        return Map.of("codes.CRP", "loinc:1988-5", "codes.HBCT", "loinc:16933-4");
    }

    @Override
    public Map<String, String> habits() {
        return Map.of(NO_SPECIMEN_NUMBER, "nobody typed the specimen's number in");
    }

    @Override
    public LineDevice make(long seed, DeviceClock clock, Set<String> habits) {
        return new VidasAnalyser(seed, clock, habits.contains(NO_SPECIMEN_NUMBER));
    }
}
