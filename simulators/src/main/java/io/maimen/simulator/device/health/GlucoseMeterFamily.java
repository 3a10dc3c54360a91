package io.maimen.simulator.device.health;

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

/** Meters with stored records, reported on request. Glucose Service 1.0.1. */
public final class GlucoseMeterFamily implements DeviceFamily {
    static final String MEASUREMENT = uuid("2a18");
    static final String CONTEXT = uuid("2a34");
    static final String CONTROL_POINT = uuid("2a52");

    private static final String MILLIGRAMS = "milligrams";

    @Override
    public String name() {
        return "glucose-meter";
    }

    @Override
    public DeviceLink link() {
        return new DeviceLink.BluetoothLowEnergy(
                "simulated glucose-meter",
                SigFamily.withOwn(new GattService(
                        uuid("1808"),
                        List.of(
                                new GattCharacteristic(MEASUREMENT, List.of("notify")),
                                new GattCharacteristic(CONTEXT, List.of("notify")),
                                new GattCharacteristic(CONTROL_POINT, List.of("write", "indicate"))))));
    }

    @Override
    public Map<String, String> driverOptions() {
        return Map.of("simulated", "true");
    }

    @Override
    public Map<String, String> habits() {
        return Map.of(MILLIGRAMS, "sends kilograms per litre, shown as mg/dL, where others send moles");
    }

    @Override
    public LineDevice make(long seed, DeviceClock clock, Set<String> habits) {
        return new GlucoseMeter(seed, clock, habits.contains(MILLIGRAMS));
    }
}
