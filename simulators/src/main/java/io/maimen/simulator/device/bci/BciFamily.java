package io.maimen.simulator.device.bci;

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

/** Berry's BM1000 over Bluetooth LE, which notifies as soon as somebody listens. BCI Protocol V1.2. */
public final class BciFamily implements DeviceFamily {
    static final String NOTIFY = "49535343-1e4d-4bd9-ba61-23c647249616";

    private static final String SERVICE = "49535343-fe7d-4ae5-8fa9-9fafd205e455";

    @Override
    public String name() {
        return "bci";
    }

    @Override
    public DeviceLink link() {
        return new DeviceLink.BluetoothLowEnergy(
                "BerryMed",
                List.of(new GattService(SERVICE, List.of(new GattCharacteristic(NOTIFY, List.of("notify"))))));
    }

    @Override
    public Map<String, String> habits() {
        return FingerClip.HABITS;
    }

    @Override
    public LineDevice make(long seed, DeviceClock clock, Set<String> habits) {
        return new BciOximeter(new FingerClip(seed, habits));
    }
}
