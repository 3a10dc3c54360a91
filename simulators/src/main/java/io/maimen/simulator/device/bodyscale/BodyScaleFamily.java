package io.maimen.simulator.device.bodyscale;

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

/** A scale for two that measures fat as well, and indicates its memory to whoever listens. */
public final class BodyScaleFamily implements DeviceFamily {
    static final String WEIGHT = uuid("2a9d");
    static final String COMPOSITION = uuid("2a9c");
    static final String UNIT_CHANGE = "unit-change";
    static final String UNSUCCESSFUL = "unsuccessful";
    static final String TWO_PACKETS = "two-packets";
    static final String WRONG_USER = "wrong-user";

    @Override
    public String name() {
        return "weight-scale";
    }

    @Override
    public DeviceLink link() {
        return new DeviceLink.BluetoothLowEnergy(
                "Scale simulated",
                List.of(
                        new GattService(uuid("181d"), List.of(new GattCharacteristic(WEIGHT, List.of("indicate")))),
                        new GattService(
                                uuid("181b"), List.of(new GattCharacteristic(COMPOSITION, List.of("indicate"))))));
    }

    @Override
    public Map<String, String> habits() {
        return Map.of(
                UNIT_CHANGE, "somebody switches it to pound for every second weight",
                UNSUCCESSFUL, "every third person wears socks: the weight is told, the fat could not be measured",
                TWO_PACKETS, "sends a body composition in two packets",
                WRONG_USER, "takes everybody for an unknown user");
    }

    @Override
    public LineDevice make(long seed, DeviceClock clock, Set<String> habits) {
        return new BodyScale(seed, clock, habits);
    }
}
