package io.maimen.simulator.device.plx;

import static io.maimen.simulator.device.bluez.Peripheral.uuid;

import io.maimen.simulator.device.bluez.Peripheral.GattCharacteristic;
import io.maimen.simulator.device.bluez.Peripheral.GattService;
import io.maimen.simulator.device.body.FingerClip;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.DeviceFamily;
import io.maimen.simulator.device.line.DeviceLink;
import io.maimen.simulator.device.line.LineDevice;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An oximeter worn all night. Pulse Oximeter Service 1.0.1. */
public final class ContinuousOximeterFamily implements DeviceFamily {
    static final String CONTINUOUS = uuid("2a5f");
    static final String DEMONSTRATES = "demonstrates";
    static final String TENTHS = "tenths";

    @Override
    public String name() {
        return "pulse-oximeter";
    }

    @Override
    public DeviceLink link() {
        return new DeviceLink.BluetoothLowEnergy(
                "PLX simulated",
                List.of(new GattService(uuid("1822"), List.of(new GattCharacteristic(CONTINUOUS, List.of("notify"))))));
    }

    @Override
    public Map<String, String> habits() {
        return Map.of(
                FingerClip.FINGER_OUT,
                FingerClip.HABITS.get(FingerClip.FINGER_OUT),
                DEMONSTRATES,
                "every third value is of its demonstration, and marked as that",
                TENTHS,
                "tells the saturation to a tenth, with status and amplitude index");
    }

    @Override
    public LineDevice make(long seed, DeviceClock clock, Set<String> habits) {
        return new ContinuousOximeter(new FingerClip(seed, habits), habits);
    }
}
