package io.maimen.simulator.device.polar;

import io.maimen.simulator.device.bluez.Peripheral.GattCharacteristic;
import io.maimen.simulator.device.bluez.Peripheral.GattService;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.DeviceFamily;
import io.maimen.simulator.device.line.DeviceLink;
import io.maimen.simulator.device.line.LineDevice;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A chest strap that has to be started, and then tells 73 samples at a time. Polar Measurement Data specification. */
public final class PolarFamily implements DeviceFamily {
    static final String SERVICE = "fb005c80-02e7-f387-1cad-8acd2d8df0c8";
    static final String CONTROL_POINT = "fb005c81-02e7-f387-1cad-8acd2d8df0c8";
    static final String DATA = "fb005c82-02e7-f387-1cad-8acd2d8df0c8";

    static final String LOST_FRAMES = "lost-frames";
    static final String CLOCK_RESTARTS = "clock-restarts";
    static final String FAST_CRYSTAL = "fast-crystal";
    static final String SLOW_START = "slow-start";
    static final String STOPS = "stops";

    @Override
    public String name() {
        return "polar";
    }

    @Override
    public DeviceLink link() {
        return new DeviceLink.BluetoothLowEnergy(
                "Polar H10 SIMULATED",
                List.of(new GattService(
                        SERVICE,
                        List.of(
                                new GattCharacteristic(CONTROL_POINT, List.of("read", "write", "indicate")),
                                new GattCharacteristic(DATA, List.of("notify"))))));
    }

    @Override
    public Map<String, String> habits() {
        return Map.of(
                LOST_FRAMES, "every ninth frame is lost on the way",
                CLOCK_RESTARTS, "its clock begins at 0 again after 20 s, as when it leaves the strap",
                FAST_CRYSTAL, "measures 130.5 times a second, and its clock says so",
                SLOW_START, "tells nothing in the first 25 s",
                STOPS, "stops measuring once by itself after 15 s, and says so");
    }

    @Override
    public LineDevice make(long seed, DeviceClock clock, Set<String> habits) {
        return new PolarStrap(seed, clock, habits);
    }
}
