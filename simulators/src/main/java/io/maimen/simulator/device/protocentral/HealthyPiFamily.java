package io.maimen.simulator.device.protocentral;

import io.maimen.simulator.device.body.Electrodes;
import io.maimen.simulator.device.body.FingerClip;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.DeviceFamily;
import io.maimen.simulator.device.line.DeviceLink;
import io.maimen.simulator.device.line.LineDevice;
import java.util.Map;
import java.util.Set;

/** HealthyPi v4: an ECG, and what the board computes. The layout is that of its firmware. */
public final class HealthyPiFamily implements DeviceFamily {
    private static final int BAUD = 115_200;

    @Override
    public String name() {
        return "healthypi-v4";
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
        return Map.of(
                Electrodes.LEAD_OFF,
                Electrodes.HABITS.get(Electrodes.LEAD_OFF),
                FingerClip.FINGER_OUT,
                FingerClip.HABITS.get(FingerClip.FINGER_OUT));
    }

    @Override
    public LineDevice make(long seed, DeviceClock clock, Set<String> habits) {
        return new HealthyPiBoard(seed, habits);
    }
}
