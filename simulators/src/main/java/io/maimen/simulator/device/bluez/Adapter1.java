package io.maimen.simulator.device.bluez;

import java.util.Map;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.Variant;

/** BlueZ's interface of an adapter, as far as it is simulated; public because the bus library calls it by reflection. */
@DBusInterfaceName(Adapter1.NAME)
public interface Adapter1 extends DBusInterface {
    String NAME = "org.bluez.Adapter1";

    @DBusMemberName("StartDiscovery")
    void startDiscovery();

    @DBusMemberName("StopDiscovery")
    void stopDiscovery();

    @DBusMemberName("SetDiscoveryFilter")
    void setDiscoveryFilter(Map<String, Variant<?>> filter);
}
