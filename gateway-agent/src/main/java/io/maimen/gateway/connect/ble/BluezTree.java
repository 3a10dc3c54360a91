package io.maimen.gateway.connect.ble;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What BlueZ has told about its objects: path, interface, properties. Thread-safe. */
final class BluezTree {
    static final String ADAPTER = "org.bluez.Adapter1";
    static final String DEVICE = "org.bluez.Device1";
    static final String CHARACTERISTIC = "org.bluez.GattCharacteristic1";

    private final TreeMap<String, Map<String, BluezProperties>> objects = new TreeMap<>();

    synchronized void added(String path, Map<String, BluezProperties> interfaces) {
        objects.computeIfAbsent(path, none -> new HashMap<>()).putAll(interfaces);
    }

    synchronized void changed(String path, String type, BluezProperties newer) {
        Map<String, BluezProperties> interfaces = objects.get(path);
        // A change of an object that is gone already makes no object.
        if (interfaces != null) {
            interfaces.merge(type, newer, BluezProperties::with);
        }
    }

    synchronized void removed(String path, Collection<String> types) {
        Map<String, BluezProperties> interfaces = objects.get(path);
        if (interfaces != null) {
            interfaces.keySet().removeAll(types);
            if (interfaces.isEmpty()) {
                objects.remove(path);
            }
        }
    }

    synchronized void clear() {
        objects.clear();
    }

    /** Whether the object has the interface. */
    synchronized boolean has(String path, String type) {
        return objects.getOrDefault(path, Map.of()).containsKey(type);
    }

    /** The properties of an interface of an object; none when there is none. */
    synchronized BluezProperties properties(String path, String type) {
        return objects.getOrDefault(path, Map.of()).getOrDefault(type, BluezProperties.NONE);
    }

    /** The path of the device with an address, below an adapter. */
    synchronized Optional<String> device(String adapterPath, String address) {
        return below(adapterPath).entrySet().stream()
                .filter(object -> Optional.ofNullable(object.getValue().get(DEVICE))
                        .flatMap(device -> device.text("Address"))
                        .filter(address::equalsIgnoreCase)
                        .isPresent())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The path of a device's characteristic by its UUID; the first where a device has several. */
    synchronized Optional<String> characteristic(String devicePath, String uuid) {
        return below(devicePath).entrySet().stream()
                .filter(object -> Optional.ofNullable(object.getValue().get(CHARACTERISTIC))
                        .flatMap(characteristic -> characteristic.text("UUID"))
                        .filter(uuid::equalsIgnoreCase)
                        .isPresent())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** {@code '0'} is the character after {@code '/'}: the paths in between are those below. */
    private Map<String, Map<String, BluezProperties>> below(String path) {
        return objects.subMap(path + "/", path + "0");
    }
}
