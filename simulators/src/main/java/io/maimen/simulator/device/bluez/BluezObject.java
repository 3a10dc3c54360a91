package io.maimen.simulator.device.bluez;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/** An object of the virtual BlueZ: one interface of its own, and its properties. Thread-safe. */
abstract class BluezObject implements Properties {
    private final VirtualBluez bluez;
    private final String path;
    private final String type;
    private final Map<String, Variant<?>> properties = new LinkedHashMap<>();

    BluezObject(VirtualBluez bluez, String path, String type, Map<String, Variant<?>> properties) {
        this.bluez = bluez;
        this.path = path;
        this.type = type;
        this.properties.putAll(properties);
    }

    VirtualBluez bluez() {
        return bluez;
    }

    String type() {
        return type;
    }

    /** All properties by interface, as ObjectManager gives them. */
    Map<String, Map<String, Variant<?>>> interfaces() {
        return Map.of(type, GetAll(type));
    }

    /** Changes a property and tells everybody. */
    void change(String name, Variant<?> value) {
        synchronized (properties) {
            properties.put(name, value);
        }
        bluez.changed(path, type, Map.of(name, value));
    }

    boolean isTrue(String name) {
        synchronized (properties) {
            return properties.containsKey(name)
                    && Boolean.TRUE.equals(properties.get(name).getValue());
        }
    }

    @Override
    public String getObjectPath() {
        return path;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"
    }) // the interface promises what the caller asks for; the bus asks for a Variant
    public <A> A Get(String asked, String name) {
        synchronized (properties) {
            return (A) properties.get(name);
        }
    }

    @Override
    public <A> void Set(String asked, String name, A value) {
        change(name, value instanceof Variant<?> variant ? variant : new Variant<>(value));
    }

    @Override
    public Map<String, Variant<?>> GetAll(String asked) {
        synchronized (properties) {
            return new LinkedHashMap<>(properties);
        }
    }

    /** A property that is an array of texts. */
    static Variant<?> texts(List<String> texts) {
        return new Variant<>(texts.toArray(String[]::new), "as");
    }
}
