package io.maimen.simulator.device.cgm;

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

/** A sensor in the skin: a value a minute, and a memory that is asked for by time offset. CGM Service 1.0.2. */
public final class GlucoseMonitorFamily implements DeviceFamily {
    static final String MEASUREMENT = uuid("2aa7");
    static final String FEATURE = uuid("2aa8");
    static final String STATUS = uuid("2aa9");
    static final String SESSION_START = uuid("2aaa");
    static final String CONTROL_POINT = uuid("2a52");

    static final String NO_CRC = "no-crc";
    static final String EMPTY_CRC = "empty-crc";
    static final String TWO_AT_ONCE = "two-at-once";
    static final String SENSOR_FAILS = "sensor-fails";

    @Override
    public String name() {
        return "glucose-monitor";
    }

    @Override
    public DeviceLink link() {
        return new DeviceLink.BluetoothLowEnergy(
                "CGM simulated",
                List.of(new GattService(
                        uuid("181f"),
                        List.of(
                                new GattCharacteristic(MEASUREMENT, List.of("notify")),
                                new GattCharacteristic(FEATURE, List.of("read")),
                                new GattCharacteristic(STATUS, List.of("read")),
                                new GattCharacteristic(SESSION_START, List.of("read")),
                                new GattCharacteristic(CONTROL_POINT, List.of("write", "indicate"))))));
    }

    @Override
    public Map<String, String> habits() {
        return Map.of(
                NO_CRC, "has no E2E-CRC, and says so",
                EMPTY_CRC, "has no E2E-CRC, says so, and sends FFFF in its place",
                TWO_AT_ONCE, "puts two records into a notification",
                SENSOR_FAILS, "every fourth value is NaN, with the sensor's status");
    }

    @Override
    public LineDevice make(long seed, DeviceClock clock, Set<String> habits) {
        return new GlucoseMonitor(new GlucoseRecords(seed, habits), clock, habits.contains(TWO_AT_ONCE) ? 2 : 1);
    }
}
