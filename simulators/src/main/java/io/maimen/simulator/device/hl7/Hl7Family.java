package io.maimen.simulator.device.hl7;

import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.DeviceFamily;
import io.maimen.simulator.device.line.DeviceLink;
import io.maimen.simulator.device.line.LineDevice;
import java.util.Map;
import java.util.Set;

/** A monitor at a bed: ORU^R01 with a cuff, an oximeter and a thermometer, sent until it is answered. */
public final class Hl7Family implements DeviceFamily {
    static final String EMPTY_VALUES = "empty-values";
    static final String SAYS_IT_TWICE = "says-it-twice";
    static final String NO_TIMES = "no-times";
    static final String NUMBERS_RESTART = "numbers-restart";

    @Override
    public String name() {
        return "hl7";
    }

    @Override
    public DeviceLink link() {
        return new DeviceLink.Tcp();
    }

    @Override
    public Map<String, String> habits() {
        return Map.of(
                EMPTY_VALUES, "adds an OBX without a value, and one with a value and status X",
                SAYS_IT_TWICE, "sends each message twice before it listens",
                NO_TIMES, "gives no time but that of the message",
                NUMBERS_RESTART, "counts OBX-1 from 1 in each channel");
    }

    @Override
    public LineDevice make(long seed, DeviceClock clock, Set<String> habits) {
        return new Hl7Monitor(new MonitorMessage(seed, habits), clock, habits.contains(SAYS_IT_TWICE));
    }
}
