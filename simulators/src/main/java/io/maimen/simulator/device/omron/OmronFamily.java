package io.maimen.simulator.device.omron;

import io.maimen.simulator.device.bluez.Peripheral.GattCharacteristic;
import io.maimen.simulator.device.bluez.Peripheral.GattService;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.DeviceFamily;
import io.maimen.simulator.device.line.DeviceLink;
import io.maimen.simulator.device.line.LineDevice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Omron's cuffs for two people, locked until a host shows the key it gave them. */
public final class OmronFamily implements DeviceFamily {
    static final String SERVICE = "ecbe3980-c9a2-11e1-b1bd-0002a5d5c51b";
    static final String UNLOCK = "b305b680-aee7-11e1-a730-0002a5d5c51b";
    static final List<String> TO_HOST = List.of(
            "49123040-aee8-11e1-a74d-0002a5d5c51b",
            "4d0bf320-aee8-11e1-a0d9-0002a5d5c51b",
            "5128ce60-aee8-11e1-b84b-0002a5d5c51b",
            "560f1420-aee8-11e1-8184-0002a5d5c51b");
    static final List<String> FROM_HOST = List.of(
            "db5b55e0-aee7-11e1-965e-0002a5d5c51b",
            "e0b8a060-aee7-11e1-92f4-0002a5d5c51b",
            "0ae12b00-aee8-11e1-a192-0002a5d5c51b",
            "10e1ba60-aee8-11e1-89e5-0002a5d5c51b");

    static final String BOND_WORKS_ONCE = "bond-works-once";
    static final String WRONG_USER_SLOT = "wrong-user-slot";
    static final String LONG_MINUTES = "long-minutes";
    static final String DEAF = "deaf";

    private static final String KEY = "4d61696d656e2073696d756c61746f72";

    private final OmronLayout layout;

    /** HEM-7322T. */
    public OmronFamily() {
        this(OmronLayout.BIG_ENDIAN);
    }

    OmronFamily(OmronLayout layout) {
        this.layout = layout;
    }

    @Override
    public String name() {
        return "omron";
    }

    @Override
    public DeviceLink link() {
        List<GattCharacteristic> characteristics = new ArrayList<>();
        TO_HOST.forEach(uuid -> characteristics.add(new GattCharacteristic(uuid, List.of("notify"))));
        FROM_HOST.forEach(uuid -> characteristics.add(new GattCharacteristic(uuid, List.of("write"))));
        characteristics.add(new GattCharacteristic(UNLOCK, List.of("write", "notify")));
        return new DeviceLink.BluetoothLowEnergy(
                "BLEsmart_simulated", List.of(new GattService(SERVICE, characteristics)));
    }

    @Override
    public Map<String, String> driverOptions() {
        Map<String, String> options = new HashMap<>(layout.options());
        options.put("key", KEY);
        options.put("pair", "true");
        return options;
    }

    @Override
    public Map<String, String> habits() {
        return Map.of(
                BOND_WORKS_ONCE, "takes a new key on the first connection only; later it wants to be unlocked",
                WRONG_USER_SLOT, "both people press the button of the first",
                LONG_MINUTES, "every third reading has the second 60 to 63",
                DEAF, "leaves every twentieth request without an answer");
    }

    @Override
    public LineDevice make(long seed, DeviceClock clock, Set<String> habits) {
        return new OmronCuff(new OmronMemory(layout, seed, habits), clock, habits);
    }
}
