package io.maimen.simulator.device.senml;

import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.DeviceFamily;
import io.maimen.simulator.device.line.DeviceLink;
import io.maimen.simulator.device.line.LineDevice;
import java.util.Map;
import java.util.Set;

/** The cuff of docs/devices/senml-cuff.md over MQTT. */
public final class SenmlFamily implements DeviceFamily {
    static final String CBOR = "cbor";
    static final String NO_CLOCK = "no-clock";
    static final String TWO_USERS = "two-users";
    static final String SAYS_IT_AGAIN = "says-it-again";

    @Override
    public String name() {
        return "senml";
    }

    @Override
    public DeviceLink link() {
        return new DeviceLink.Mqtt();
    }

    @Override
    public Map<String, String> habits() {
        return Map.of(
                CBOR, "writes CBOR instead of JSON",
                NO_CLOCK, "has no clock: its time is 0",
                TWO_USERS, "is used by two, each with a button",
                SAYS_IT_AGAIN, "sends everything it has measured again with each new reading");
    }

    @Override
    public LineDevice make(long seed, DeviceClock clock, Set<String> habits) {
        return new MemoryCuff(name(), seed, habits);
    }
}
