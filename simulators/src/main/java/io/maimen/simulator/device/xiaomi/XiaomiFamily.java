package io.maimen.simulator.device.xiaomi;

import static io.maimen.simulator.device.bluez.Peripheral.uuid;

import io.maimen.simulator.device.bluez.Peripheral.GattCharacteristic;
import io.maimen.simulator.device.bluez.Peripheral.GattService;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.DeviceFamily;
import io.maimen.simulator.device.line.DeviceLink;
import io.maimen.simulator.device.line.LineDevice;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Mi Body Composition Scale 2: the Bluetooth SIG's characteristic 2A9C with a layout of its own. */
public final class XiaomiFamily implements DeviceFamily {
    static final String MEASUREMENT = uuid("2a9c");
    static final String UNIT_CHANGE = "unit-change";
    static final String STEPS_OFF = "steps-off";

    @Override
    public String name() {
        return "xiaomi-scale";
    }

    @Override
    public DeviceLink link() {
        return new DeviceLink.BluetoothLowEnergy(
                "MIBFS",
                List.of(new GattService(
                        uuid("181b"), List.of(new GattCharacteristic(MEASUREMENT, List.of("notify"))))));
    }

    @Override
    public Map<String, String> habits() {
        return Map.of(
                UNIT_CHANGE, "somebody switches it to pound for every second person",
                STEPS_OFF, "every third person leaves before the weight is stable");
    }

    @Override
    public LineDevice make(long seed, DeviceClock clock, Set<String> habits) {
        return new XiaomiScale(seed, clock, habits);
    }
}
