package io.maimen.simulator.device.bluez;

import java.util.List;

/** A Bluetooth LE device as it is itself. Its events come on one thread and must not block. */
public interface Peripheral {
    /** {@code AA:BB:CC:DD:EE:FF}. */
    String address();

    /** What it calls itself. */
    String name();

    List<GattService> services();

    /** The present value of a characteristic that can be read. */
    byte[] read(String uuid);

    /** A characteristic was written. */
    void written(String uuid, byte[] value);

    /** A central connected. */
    void connected();

    /** A client enabled notifications or indications. */
    void subscribed(String uuid);

    /** The last client that had enabled something is gone. */
    void unsubscribed();

    /** The link is down, whoever ended it. */
    void disconnected();

    /** A number of 16 bits on the Bluetooth SIG's base UUID: {@code 2a35}. */
    static String uuid(String number) {
        return "0000" + number + "-0000-1000-8000-00805f9b34fb";
    }

    /** A service and its characteristics; UUIDs in full, in lower case. */
    record GattService(String uuid, List<GattCharacteristic> characteristics) {
        public GattService {
            characteristics = List.copyOf(characteristics);
        }
    }

    /** A characteristic; flags as BlueZ names them: {@code read}, {@code write}, {@code notify}, {@code indicate}. */
    record GattCharacteristic(String uuid, List<String> flags) {
        public GattCharacteristic {
            flags = List.copyOf(flags);
        }
    }
}
