package io.maimen.simulator.device.bluez;

import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;

/** A service of a connected device. */
final class ServiceObject extends BluezObject implements GattService1 {
    ServiceObject(VirtualBluez bluez, String path, String devicePath, String uuid) {
        super(
                bluez,
                path,
                GattService1.NAME,
                Map.of(
                        "UUID", new Variant<>(uuid),
                        "Device", new Variant<>(new DBusPath(devicePath)),
                        "Primary", new Variant<>(true)));
    }
}
