package io.maimen.simulator.device.bluez;

import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;

/** BlueZ's interface of a device, as far as it is simulated; public because the bus library calls it by reflection. */
@DBusInterfaceName(Device1.NAME)
public interface Device1 extends DBusInterface {
    String NAME = "org.bluez.Device1";

    @DBusMemberName("Connect")
    void connect();

    @DBusMemberName("Disconnect")
    void disconnect();

    @DBusMemberName("Pair")
    void pair();
}
