package io.maimen.simulator.device.mapped;

import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.DeviceFamily;
import io.maimen.simulator.device.line.DeviceLink;
import io.maimen.simulator.device.line.LineDevice;
import java.util.Map;
import java.util.Set;

/** A cuff and thermometer of no known make, which publishes JSON and bare numbers. What they mean stands in a mapping. */
public final class MappedFamily implements DeviceFamily {
    static final String PRESSURE = "result";
    static final String TEMPERATURE = "temperature";
    static final String NO_CLOCK = "no-clock";
    static final String FAILS = "fails";
    static final String WRONG_USER = "wrong-user";

    /** YAML on one line, without double quotes: it is an option, and may stand between some. */
    private static final String MAPPING = String.join(
            " ",
            "{messages: [{topic: '+/" + PRESSURE
                    + "', time: {at: /taken}, slot: /user, noValue: {'--': error}, values: [",
            "{at: /pressure/0, code: 'mdc:150021', unit: 'mm[Hg]'},",
            "{at: /pressure/1, code: 'mdc:150022', unit: 'mm[Hg]'},",
            "{at: /pulse, code: 'mdc:149546', unit: '/min'}]},",
            "{topic: '+/" + TEMPERATURE + "', payload: number,",
            "values: [{code: 'loinc:8310-5', unit: Cel, scale: 0.1}]}]}");

    @Override
    public String name() {
        return "mapped";
    }

    @Override
    public DeviceLink link() {
        return new DeviceLink.Mqtt();
    }

    @Override
    public Map<String, String> driverOptions() {
        return Map.of("mapping", MAPPING);
    }

    @Override
    public Map<String, String> habits() {
        return Map.of(
                NO_CLOCK, "says no time",
                FAILS, "every third pressure fails: -- where its numbers were",
                WRONG_USER, "the second person presses the first one's button");
    }

    @Override
    public LineDevice make(long seed, DeviceClock clock, Set<String> habits) {
        return new MappedCuff(seed, clock, habits);
    }
}
