package io.maimen.simulator.device.bluez;

import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;

/** A device as BlueZ shows it; what happens is the {@link VirtualDevice}'s to say. */
final class DeviceObject extends BluezObject implements Device1 {
    private final VirtualDevice device;

    DeviceObject(VirtualBluez bluez, String path, String adapterPath, VirtualDevice device, short rssi) {
        super(
                bluez,
                path,
                Device1.NAME,
                Map.of(
                        "Address", new Variant<>(device.peripheral().address()),
                        "Name", new Variant<>(device.peripheral().name()),
                        "Adapter", new Variant<>(new DBusPath(adapterPath)),
                        "RSSI", new Variant<>(rssi),
                        "Paired", new Variant<>(false),
                        "Connected", new Variant<>(false),
                        "ServicesResolved", new Variant<>(false)));
        this.device = device;
    }

    @Override
    public void connect() {
        device.connect();
    }

    @Override
    public void disconnect() {
        device.leave();
    }

    @Override
    public void pair() {
        device.pair();
    }
}
