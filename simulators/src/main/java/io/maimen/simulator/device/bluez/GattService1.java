package io.maimen.simulator.device.bluez;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.interfaces.DBusInterface;

/** BlueZ's interface of a service: properties only. */
@DBusInterfaceName(GattService1.NAME)
public interface GattService1 extends DBusInterface {
    String NAME = "org.bluez.GattService1";
}
