package io.maimen.simulator.device.omronusb;

import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.DeviceFamily;
import io.maimen.simulator.device.line.DeviceLink;
import io.maimen.simulator.device.line.LineDevice;
import java.util.Map;
import java.util.Set;

/** A cuff like Omron's 790IT on a USB cable, as captures of its maker's program show it. */
public final class OmronUsbFamily implements DeviceFamily {
    static final String SAYS_NO = "says-no";
    static final String DOUBTS = "doubts";

    @Override
    public String name() {
        return "omron-usb";
    }

    @Override
    public DeviceLink link() {
        return new DeviceLink.Hid();
    }

    @Override
    public Map<String, String> habits() {
        return Map.of(
                SAYS_NO, "answers every third question with NO; asked again it answers",
                DOUBTS, "every second pulse was irregular");
    }

    @Override
    public LineDevice make(long seed, DeviceClock clock, Set<String> habits) {
        return new OmronUsbCuff(seed, clock, habits);
    }
}
