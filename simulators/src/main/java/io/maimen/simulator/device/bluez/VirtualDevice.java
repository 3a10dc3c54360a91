package io.maimen.simulator.device.bluez;

import io.maimen.simulator.device.bluez.Peripheral.GattCharacteristic;
import io.maimen.simulator.device.bluez.Peripheral.GattService;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.Variant;

/**
 * A peripheral within reach of the virtual BlueZ, and what BlueZ knows of it: nothing, an object, a connection with resolved
 * services. Thread-safe.
 */
public final class VirtualDevice implements Radio {
    private final VirtualBluez bluez;
    private final String adapterPath;
    private final Peripheral peripheral;
    private final List<BluezObject> services = new ArrayList<>();
    private Optional<DeviceObject> object = Optional.empty();
    private boolean advertising;
    private int advertisements;

    VirtualDevice(VirtualBluez bluez, String adapterPath, Peripheral peripheral) {
        this.bluez = bluez;
        this.adapterPath = adapterPath;
        this.peripheral = peripheral;
    }

    Peripheral peripheral() {
        return peripheral;
    }

    @Override
    public synchronized void advertise() {
        if (!bluez.discovering() || isConnected()) {
            return;
        }
        advertising = true;
        short rssi = (short) (-60 - advertisements++ % 5);
        if (object.isPresent()) {
            object.get().change("RSSI", new Variant<>(rssi));
        } else {
            DeviceObject appearing = new DeviceObject(bluez, path(), adapterPath, this, rssi);
            object = Optional.of(appearing);
            bluez.add(appearing);
        }
    }

    @Override
    public synchronized boolean indicate(String uuid, byte... value) {
        Optional<CharacteristicObject> characteristic = characteristics().stream()
                .filter(each -> each.uuid().equals(uuid) && each.subscribed())
                .findFirst();
        characteristic.ifPresent(each -> each.change("Value", new Variant<>(value.clone(), "ay")));
        return characteristic.isPresent();
    }

    /** The object stays, as that of a bonded device does. */
    @Override
    public synchronized void leave() {
        advertising = false;
        if (!isConnected()) {
            return;
        }
        object.ifPresent(device -> {
            device.change("ServicesResolved", new Variant<>(false));
            device.change("Connected", new Variant<>(false));
        });
        services.forEach(bluez::remove);
        services.clear();
        bluez.later(peripheral::disconnected);
    }

    @Override
    public synchronized void vanish() {
        boolean connected = isConnected();
        advertising = false;
        List.copyOf(services).forEach(bluez::remove);
        services.clear();
        object.ifPresent(bluez::remove);
        object = Optional.empty();
        if (connected) {
            bluez.later(peripheral::disconnected);
        }
    }

    synchronized void connect() {
        if (!advertising) {
            throw new DBusExecutionException("le-connection-abort-by-local");
        }
        advertising = false;
        object.ifPresent(device -> device.change("Connected", new Variant<>(true)));
        bluez.later(peripheral::connected);
        bluez.later(this::resolve);
    }

    synchronized void pair() {
        if (!isConnected()) {
            throw new DBusExecutionException("Page Timeout");
        }
        object.ifPresent(device -> device.change("Paired", new Variant<>(true)));
    }

    synchronized boolean isPaired() {
        return object.filter(device -> device.isTrue("Paired")).isPresent();
    }

    synchronized boolean isConnected() {
        return object.filter(device -> device.isTrue("Connected")).isPresent();
    }

    synchronized void forget(String client) {
        characteristics().forEach(characteristic -> characteristic.forget(client));
    }

    private synchronized void resolve() {
        if (!isConnected()) {
            return;
        }
        for (GattService service : peripheral.services()) {
            String servicePath = path() + "/service" + number(services.size());
            add(new ServiceObject(bluez, servicePath, path(), service.uuid()));
            for (GattCharacteristic characteristic : service.characteristics()) {
                add(new CharacteristicObject(
                        bluez, servicePath + "/char" + number(services.size()), servicePath, this, characteristic));
            }
        }
        object.ifPresent(device -> device.change("ServicesResolved", new Variant<>(true)));
    }

    private void add(BluezObject part) {
        services.add(part);
        bluez.add(part);
    }

    private List<CharacteristicObject> characteristics() {
        return services.stream()
                .filter(CharacteristicObject.class::isInstance)
                .map(CharacteristicObject.class::cast)
                .toList();
    }

    private String path() {
        return adapterPath + "/dev_" + peripheral.address().replace(':', '_');
    }

    private static String number(int handle) {
        return String.format(Locale.ROOT, "%04x", handle + 1);
    }
}
