package io.maimen.simulator.device.poct1a;

import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.DeviceFamily;
import io.maimen.simulator.device.line.DeviceLink;
import io.maimen.simulator.device.line.LineDevice;
import java.util.Map;
import java.util.Set;

/** An analyser for HbA1c such as DCA Vantage, which calls its host and tells what it has measured since the last time. */
public final class Poct1aFamily implements DeviceFamily {
    static final String CLOCK_NEVER_SET = "clock-never-set";
    static final String SAYS_IT_AGAIN = "says-it-again";
    static final String PERCENT = "percent";

    @Override
    public String name() {
        return "poct1a";
    }

    @Override
    public DeviceLink link() {
        return new DeviceLink.Tcp();
    }

    @Override
    public Map<String, String> driverOptions() {
        return Map.of("continuous", "true");
    }

    @Override
    public Map<String, String> habits() {
        return Map.of(
                CLOCK_NEVER_SET, "the clock that dates messages, not observations, began in 2006",
                SAYS_IT_AGAIN, "tells all it remembers at each connection, answered before or not",
                PERCENT, "somebody set its unit from mmol/mol to %");
    }

    @Override
    public LineDevice make(long seed, DeviceClock clock, Set<String> habits) {
        return new Poct1aAnalyser(new Poct1aMessages(habits), new HaemoglobinMemory(seed, habits), clock);
    }
}
