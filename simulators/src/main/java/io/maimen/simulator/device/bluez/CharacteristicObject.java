package io.maimen.simulator.device.bluez;

import io.maimen.simulator.device.bluez.Peripheral.GattCharacteristic;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.base.AbstractConnectionBase;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.Variant;

/** A characteristic of a connected device: knows which clients want its values. */
final class CharacteristicObject extends BluezObject implements GattCharacteristic1 {
    private final VirtualDevice device;
    private final GattCharacteristic characteristic;
    private final Set<String> subscribers = new HashSet<>();

    CharacteristicObject(
            VirtualBluez bluez,
            String path,
            String servicePath,
            VirtualDevice device,
            GattCharacteristic characteristic) {
        super(
                bluez,
                path,
                GattCharacteristic1.NAME,
                Map.of(
                        "UUID", new Variant<>(characteristic.uuid()),
                        "Service", new Variant<>(new DBusPath(servicePath)),
                        "Flags", texts(characteristic.flags()),
                        "Notifying", new Variant<>(false)));
        this.device = device;
        this.characteristic = characteristic;
    }

    String uuid() {
        return characteristic.uuid();
    }

    @Override
    public byte[] readValue(Map<String, Variant<?>> options) {
        require("read");
        return device.peripheral().read(uuid());
    }

    @Override
    public void writeValue(byte[] value, Map<String, Variant<?>> options) {
        require("write");
        bluez().later(() -> device.peripheral().written(uuid(), value));
    }

    @Override
    public void startNotify() {
        require("indicate", "notify");
        if (!device.isPaired()) {
            throw new DBusExecutionException("Insufficient authentication: pair first");
        }
        synchronized (subscribers) {
            subscribers.add(AbstractConnectionBase.getCallInfo().getSource());
        }
        change("Notifying", new Variant<>(true));
        bluez().later(() -> device.peripheral().subscribed(uuid()));
    }

    @Override
    public void stopNotify() {
        forget(AbstractConnectionBase.getCallInfo().getSource());
    }

    boolean subscribed() {
        synchronized (subscribers) {
            return !subscribers.isEmpty();
        }
    }

    void forget(String client) {
        boolean last;
        synchronized (subscribers) {
            last = subscribers.remove(client) && subscribers.isEmpty();
        }
        if (last) {
            change("Notifying", new Variant<>(false));
            bluez().later(() -> device.peripheral().unsubscribed());
        }
    }

    private void require(String... oneOf) {
        if (List.of(oneOf).stream().noneMatch(characteristic.flags()::contains)) {
            throw new DBusExecutionException(
                    "Operation is not supported: the characteristic has no flag " + String.join(" or ", oneOf));
        }
    }
}
