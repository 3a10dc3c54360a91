package io.maimen.simulator.conformance.play;

import io.maimen.observation.Bytes;
import io.maimen.observation.code.ObservationCode;
import io.maimen.simulator.device.bluez.Peripheral.GattCharacteristic;
import io.maimen.simulator.device.bluez.Peripheral.GattService;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Measured;
import io.maimen.simulator.device.line.DeviceAct.Send;
import io.maimen.simulator.device.line.DeviceAct.Wake;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.DeviceFamily;
import io.maimen.simulator.device.line.DeviceLink;
import io.maimen.simulator.device.line.HostEvent;
import io.maimen.simulator.device.line.LineDevice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A heart-rate strap: counts up from 60, once a second, for whoever subscribed. */
final class Strap implements DeviceFamily {
    static final ObservationCode HEART_RATE = ObservationCode.parse("mdc:147842");
    private static final String MEASUREMENT = "00002a37-0000-1000-8000-00805f9b34fb";

    @Override
    public String name() {
        return "heart-rate";
    }

    @Override
    public DeviceLink link() {
        return new DeviceLink.BluetoothLowEnergy(
                "strap",
                List.of(new GattService(
                        "0000180d-0000-1000-8000-00805f9b34fb",
                        List.of(new GattCharacteristic(MEASUREMENT, List.of("notify"))))));
    }

    @Override
    public Map<String, String> driverOptions() {
        return Map.of("simulated", "true");
    }

    @Override
    public LineDevice make(long seed, DeviceClock clock, Set<String> habits) {
        return new LineDevice() {
            private int rate = 60;

            @Override
            public List<DeviceAct> on(HostEvent event) {
                if (event instanceof HostEvent.Subscribed) {
                    return List.of(new Wake(Duration.ofSeconds(1)));
                }
                if (!(event instanceof HostEvent.Elapsed)) {
                    return List.of();
                }
                rate++;
                return List.of(
                        new Measured(HEART_RATE, Optional.of(String.valueOf(rate)), "/min"),
                        new Send(MEASUREMENT, Bytes.of((byte) 0x00, (byte) rate)), // flags: rate in one byte
                        new Wake(Duration.ofSeconds(1)));
            }
        };
    }
}
