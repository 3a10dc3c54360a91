package io.maimen.simulator.device.medisana;

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

/** Scales for several people, which indicate what they remember to whoever listens, and leave. */
public final class MedisanaFamily implements DeviceFamily {
    static final String WEIGHT = uuid("8a21");
    static final String BODY = uuid("8a22");
    static final String COMMAND = uuid("8a81");
    static final String WRONG_USER = "wrong-user";

    @Override
    public String name() {
        return "medisana-scale";
    }

    @Override
    public DeviceLink link() {
        return new DeviceLink.BluetoothLowEnergy(
                "0203B444",
                List.of(new GattService(
                        uuid("78b2"),
                        List.of(
                                new GattCharacteristic(WEIGHT, List.of("indicate")),
                                new GattCharacteristic(BODY, List.of("indicate")),
                                new GattCharacteristic(COMMAND, List.of("write"))))));
    }

    @Override
    public Map<String, String> habits() {
        return Map.of(WRONG_USER, "takes everybody for the first user");
    }

    @Override
    public LineDevice make(long seed, DeviceClock clock, Set<String> habits) {
        return new MedisanaScale(seed, clock, habits.contains(WRONG_USER));
    }
}
