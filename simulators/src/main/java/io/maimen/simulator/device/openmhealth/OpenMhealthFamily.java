package io.maimen.simulator.device.openmhealth;

import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.DeviceFamily;
import io.maimen.simulator.device.line.DeviceLink;
import io.maimen.simulator.device.line.LineDevice;
import java.util.Map;
import java.util.Set;

/** A hub at home that publishes what its cuff measured, as omh:blood-pressure:3. */
public final class OpenMhealthFamily implements DeviceFamily {
    static final String SAYS_IT_AGAIN = "says-it-again";

    @Override
    public String name() {
        return "openmhealth";
    }

    @Override
    public DeviceLink link() {
        return new DeviceLink.Mqtt();
    }

    @Override
    public Map<String, String> habits() {
        return Map.of(SAYS_IT_AGAIN, "publishes everything it has measured again with each new reading");
    }

    @Override
    public LineDevice make(long seed, DeviceClock clock, Set<String> habits) {
        return new OpenMhealthHub(seed, habits.contains(SAYS_IT_AGAIN));
    }
}
