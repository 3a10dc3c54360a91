package io.maimen.simulator.device.microlife;

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

/** Cuffs such as BP3GY1-2N, which give their whole memory each time they are asked. */
public final class MicrolifeFamily implements DeviceFamily {
    static final String NOTIFY = uuid("fff1");
    static final String WRITE = uuid("fff2");
    static final String EMPTY_SLOT = "empty-slot";

    @Override
    public String name() {
        return "microlife";
    }

    @Override
    public DeviceLink link() {
        return new DeviceLink.BluetoothLowEnergy(
                "BP3GY1-2N",
                List.of(new GattService(
                        uuid("fff0"),
                        List.of(
                                new GattCharacteristic(NOTIFY, List.of("notify")),
                                new GattCharacteristic(WRITE, List.of("write"))))));
    }

    @Override
    public Map<String, String> habits() {
        return Map.of(EMPTY_SLOT, "a slot of zeros lies between the readings");
    }

    @Override
    public LineDevice make(long seed, DeviceClock clock, Set<String> habits) {
        return new MicrolifeCuff(seed, clock, habits.contains(EMPTY_SLOT));
    }
}
