package io.maimen.simulator.device.noninble;

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

/** A pulse oximeter by Nonin with the maker's own service. */
public final class NoninBleFamily implements DeviceFamily {
    static final String SAMPLES = "0aad7ea0-0d60-11e2-8e3c-0002a5d5c51b";

    private static final String SERVICE = "46a970e0-0d5f-11e2-8b5e-0002a5d5c51b";

    @Override
    public String name() {
        return "nonin-bluetooth";
    }

    @Override
    public DeviceLink link() {
        return new DeviceLink.BluetoothLowEnergy(
                "Nonin simulated",
                List.of(new GattService(SERVICE, List.of(new GattCharacteristic(SAMPLES, List.of("notify"))))));
    }

    @Override
    public Map<String, String> habits() {
        return FingerClip.HABITS;
    }

    @Override
    public LineDevice make(long seed, DeviceClock clock, Set<String> habits) {
        return new NoninBleOximeter(new FingerClip(seed, habits));
    }
}
