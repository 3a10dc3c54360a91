package io.maimen.simulator.device.line;

import io.maimen.simulator.device.bluez.Peripheral;
import java.util.List;

/** The kind of line a device hangs on. A closed set; immutable. */
public sealed interface DeviceLink {
    /** A serial line with this many bits a second. */
    record Serial(int baud) implements DeviceLink {}

    /** USB HID. Channels are those of reports and of feature reports. */
    record Hid() implements DeviceLink {
        /** Reports, both ways. */
        public static final String REPORT = "hid-report";

        /** Feature reports, from the host. */
        public static final String FEATURE = "hid-feature";
    }

    /** Plain TCP; the device calls the gateway. */
    record Tcp() implements DeviceLink {}

    /** Bluetooth LE: the name it calls itself, and its services. Channels are UUIDs of characteristics. */
    record BluetoothLowEnergy(String name, List<Peripheral.GattService> services) implements DeviceLink {
        public BluetoothLowEnergy {
            services = List.copyOf(services);
        }
    }

    /** MQTT; channels are topics below the device's own prefix. */
    record Mqtt() implements DeviceLink {}

    /** Whole files; a channel is a file's name. */
    record Files() implements DeviceLink {}
}
