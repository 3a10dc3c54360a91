package io.maimen.simulator.device.inflating;

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

/** A cuff that measures while the link stands: falling pressures in it, then the result. Blood Pressure Service 1.1. */
public final class InflatingCuffFamily implements DeviceFamily {
    static final String MEASUREMENT = uuid("2a35");
    static final String INTERMEDIATE = uuid("2a36");
    static final String FEATURE = uuid("2a49");
    static final String MODEL = uuid("2a24");

    static final String FAILS = "fails";
    static final String KILOPASCAL = "kilopascal";
    static final String BEURER_LAYOUT = "beurer-layout";
    static final String NO_CLOCK = "no-clock";
    static final String TWO_USERS = "two-users";
    static final String WRONG_USER = "wrong-user";
    static final String SAYS_IT_AGAIN = "says-it-again";

    @Override
    public String name() {
        return "blood-pressure";
    }

    @Override
    public DeviceLink link() {
        return new DeviceLink.BluetoothLowEnergy(
                "Cuff simulated",
                List.of(
                        new GattService(uuid("180a"), List.of(new GattCharacteristic(MODEL, List.of("read")))),
                        new GattService(
                                uuid("1810"),
                                List.of(
                                        new GattCharacteristic(MEASUREMENT, List.of("indicate")),
                                        new GattCharacteristic(INTERMEDIATE, List.of("notify")),
                                        new GattCharacteristic(FEATURE, List.of("read"))))));
    }

    @Override
    public Map<String, String> habits() {
        return Map.of(
                FAILS, "every third measurement fails: NaN three times, and no status says why",
                KILOPASCAL, "measures in kilopascal, to a tenth",
                BEURER_LAYOUT, "is a BM85: a user that no flag announces, pulse and status from the big end",
                NO_CLOCK, "sends no time",
                TWO_USERS, "is used by two, and says whose turn it was",
                WRONG_USER, "says so, but the second person presses the first one's button",
                SAYS_IT_AGAIN, "indicates everything it has measured again at each connection");
    }

    @Override
    public LineDevice make(long seed, DeviceClock clock, Set<String> habits) {
        return new InflatingCuff(seed, clock, habits);
    }
}
