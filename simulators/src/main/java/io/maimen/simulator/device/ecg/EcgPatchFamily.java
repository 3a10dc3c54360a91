package io.maimen.simulator.device.ecg;

import io.maimen.simulator.device.body.Electrodes;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.DeviceFamily;
import io.maimen.simulator.device.line.DeviceLink;
import io.maimen.simulator.device.line.LineDevice;
import java.util.Map;
import java.util.Set;

/** The wearable patch of docs/devices/ecg-patch.md: a block of lead I each second. */
public final class EcgPatchFamily implements DeviceFamily {
    static final String LOSES_BLOCKS = "loses-blocks";
    static final String NEW_STREAMS = "new-streams";

    @Override
    public String name() {
        return "ecg-patch";
    }

    @Override
    public DeviceLink link() {
        return new DeviceLink.Mqtt();
    }

    @Override
    public Map<String, String> habits() {
        return Map.of(
                Electrodes.LEAD_OFF,
                Electrodes.HABITS.get(Electrodes.LEAD_OFF),
                LOSES_BLOCKS,
                "every seventh block is never taken: the sample index jumps",
                NEW_STREAMS,
                "starts anew every thirteen seconds, as with an empty battery");
    }

    @Override
    public LineDevice make(long seed, DeviceClock clock, Set<String> habits) {
        return new LinePatch(name(), seed, habits);
    }
}
