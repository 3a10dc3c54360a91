package io.maimen.gateway.connect.ble;

import io.maimen.observation.Bytes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.types.Variant;

/**
 * Properties of one interface of an object, as BlueZ sent them. A property of an unexpected type counts as not there.
 * Immutable.
 */
record BluezProperties(Map<String, Object> values) {
    static final BluezProperties NONE = new BluezProperties(Map.of());

    BluezProperties {
        values = Map.copyOf(values);
    }

    static BluezProperties of(Map<String, Variant<?>> variants) {
        Map<String, Object> values = new HashMap<>();
        variants.forEach((name, variant) -> {
            if (variant != null && variant.getValue() != null) {
                values.put(name, variant.getValue());
            }
        });
        return new BluezProperties(values);
    }

    /** These, and those of {@code newer} in their place. */
    BluezProperties with(BluezProperties newer) {
        Map<String, Object> both = new HashMap<>(values);
        both.putAll(newer.values);
        return new BluezProperties(both);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    boolean isTrue(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    boolean isFalse(String name) {
        return Boolean.FALSE.equals(values.get(name));
    }

    Optional<String> text(String name) {
        return values.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** An array of bytes; the library gives it as an array or as a list, by the message it came in. */
    Optional<Bytes> bytes(String name) {
        Object value = values.get(name);
        if (value instanceof byte[] array) {
            return Optional.of(Bytes.of(array));
        }
        return value instanceof List<?> list ? ofList(list) : Optional.empty();
    }

    private static Optional<Bytes> ofList(List<?> list) {
        byte[] bytes = new byte[list.size()];
        for (int i = 0; i < bytes.length; i++) {
            if (!(list.get(i) instanceof Byte each)) {
                return Optional.empty();
            }
            bytes[i] = each;
        }
        return Optional.of(Bytes.of(bytes));
    }
}
