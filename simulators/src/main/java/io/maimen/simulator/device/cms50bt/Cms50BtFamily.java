package io.maimen.simulator.device.cms50bt;

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

/** Contec CMS50D-BT, as two notifications that somebody captured show it. */
public final class Cms50BtFamily implements DeviceFamily {
    static final String COMMAND = "0000ff01-0000-1000-8000-00805f9b34fb";
    static final String NOTIFY = "0000ff02-0000-1000-8000-00805f9b34fb";

    private static final String SERVICE = "0000ff12-0000-1000-8000-00805f9b34fb";

    @Override
    public String name() {
        return "contec-cms50d-bt";
    }

    @Override
    public DeviceLink link() {
        return new DeviceLink.BluetoothLowEnergy(
                "SpO2",
                List.of(new GattService(
                        SERVICE,
                        List.of(
                                new GattCharacteristic(COMMAND, List.of("write")),
                                new GattCharacteristic(NOTIFY, List.of("notify"))))));
    }

    @Override
    public Map<String, String> habits() {
        return FingerClip.HABITS;
    }

    @Override
    public LineDevice make(long seed, DeviceClock clock, Set<String> habits) {
        return new Cms50BtOximeter(new FingerClip(seed, habits));
    }
}
