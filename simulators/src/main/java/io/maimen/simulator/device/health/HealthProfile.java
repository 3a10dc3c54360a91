package io.maimen.simulator.device.health;

import io.maimen.observation.Bytes;
import io.maimen.simulator.device.bluez.Peripheral.GattCharacteristic;
import io.maimen.simulator.device.bluez.Peripheral.GattService;
import java.time.Instant;
import java.util.List;

/** What kind of device it is: its service, and what it says when. Confined to its device's thread. */
interface HealthProfile {
    GattService service();

    /** What it measures now, while somebody listens. */
    default List<Sending> measures(Instant now) {
        return List.of();
    }

    /** What it answers to a write. */
    default List<Sending> answers(String uuid, Bytes written) {
        return List.of();
    }

    /** A number assigned by the Bluetooth SIG, on its base UUID. */
    static String uuid(String assigned) {
        return "0000" + assigned + "-0000-1000-8000-00805f9b34fb";
    }

    /** A service with one characteristic that tells by itself. */
    static GattService telling(String service, String characteristic, String flag) {
        return new GattService(uuid(service), List.of(new GattCharacteristic(uuid(characteristic), List.of(flag))));
    }
}
