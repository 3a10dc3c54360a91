package io.maimen.simulator.device.protocentral;

import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.DeviceFamily;
import io.maimen.simulator.device.line.DeviceLink;
import io.maimen.simulator.device.line.LineDevice;
import java.util.Map;
import java.util.Set;

/** The ADS1292R shield: an ECG, respiration, and the two rates the board computes. The layout is that of its firmware. */
public final class Ads1292rFamily implements DeviceFamily {
    static final String NO_RATES_YET = "no-rates-yet";

    private static final int BAUD = 57_600;

    @Override
    public String name() {
        return "ads1292r";
    }

    @Override
    public DeviceLink link() {
        return new DeviceLink.Serial(BAUD);
    }

    @Override
    public Map<String, String> driverOptions() {
        return Map.of("nanovoltsPerStep", Integer.toString(HealthyPiBoard.NANOVOLTS_PER_STEP));
    }

    @Override
    public Map<String, String> habits() {
        return Map.of(NO_RATES_YET, "says 0 for both rates in the first 20 s");
    }

    @Override
    public LineDevice make(long seed, DeviceClock clock, Set<String> habits) {
        return new Ads1292rBoard(seed, habits.contains(NO_RATES_YET));
    }
}
