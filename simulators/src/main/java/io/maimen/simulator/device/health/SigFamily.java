package io.maimen.simulator.device.health;

import static io.maimen.simulator.device.bluez.Peripheral.uuid;

import io.maimen.simulator.device.bluez.Peripheral.GattCharacteristic;
import io.maimen.simulator.device.bluez.Peripheral.GattService;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.DeviceFamily;
import io.maimen.simulator.device.line.DeviceLink;
import io.maimen.simulator.device.line.LineDevice;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** A device that tells one value each time it measures, while somebody listens; with its name, its battery and its clock. */
abstract class SigFamily implements DeviceFamily {
    private static final String READ = "read";

    private final String name;
    private final String service;
    private final String characteristic;
    private final String flag;

    /**
     * A family.
     *
     * @param service assigned number of what it measures with
     * @param characteristic assigned number of what tells the values
     * @param flag notify or indicate
     */
    SigFamily(String name, String service, String characteristic, String flag) {
        this.name = name;
        this.service = service;
        this.characteristic = uuid(characteristic);
        this.flag = flag;
    }

    /** What every one of these devices has besides. */
    static List<GattService> withOwn(GattService measuring) {
        return List.of(
                measuring,
                new GattService(
                        uuid("180a"),
                        List.of(
                                new GattCharacteristic(HealthDevice.MANUFACTURER, List.of(READ)),
                                new GattCharacteristic(HealthDevice.MODEL, List.of(READ)))),
                new GattService(uuid("180f"), List.of(new GattCharacteristic(HealthDevice.BATTERY, List.of(READ)))),
                new GattService(
                        uuid("1805"),
                        List.of(new GattCharacteristic(HealthDevice.CURRENT_TIME, List.of(READ, "write")))));
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final DeviceLink link() {
        return new DeviceLink.BluetoothLowEnergy(
                "simulated " + name,
                withOwn(new GattService(
                        uuid(service), List.of(new GattCharacteristic(characteristic, List.of(flag))))));
    }

    @Override
    public final Map<String, String> driverOptions() {
        return Map.of("simulated", "true");
    }

    @Override
    public final LineDevice make(long seed, DeviceClock clock, Set<String> habits) {
        return new HealthDevice(clock, characteristic, every(), measurement(characteristic, new Random(seed)));
    }

    /** Between two measurements. */
    Duration every() {
        return Duration.ofSeconds(2);
    }

    /** What it measures at a time its display shows. */
    abstract Function<LocalDateTime, List<DeviceAct>> measurement(String channel, Random random);
}
