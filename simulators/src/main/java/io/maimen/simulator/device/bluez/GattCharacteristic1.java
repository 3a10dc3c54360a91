package io.maimen.simulator.device.bluez;

import java.util.Map;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.Variant;

/** BlueZ's interface of a characteristic, as far as it is simulated; public because the bus library calls it by reflection. */
@DBusInterfaceName(GattCharacteristic1.NAME)
public interface GattCharacteristic1 extends DBusInterface {
    String NAME = "org.bluez.GattCharacteristic1";

    @DBusMemberName("ReadValue")
    byte[] readValue(Map<String, Variant<?>> options);

    @DBusMemberName("WriteValue")
    void writeValue(byte[] value, Map<String, Variant<?>> options);

    @DBusMemberName("StartNotify")
    void startNotify();

    @DBusMemberName("StopNotify")
    void stopNotify();
}
