package io.maimen.simulator.device.connect;

import io.maimen.simulator.device.line.DeviceFamily;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The families there are, by name. Immutable; thread-safe. */
public final class DeviceFamilies {
    private final Map<String, DeviceFamily> byName = new TreeMap<>();

    /** Refuses two families of one name: which of them a name means would be chance. */
    DeviceFamilies(Iterable<DeviceFamily> families) {
        for (DeviceFamily family : families) {
            DeviceFamily other = byName.putIfAbsent(family.name(), family);
            if (other != null) {
                throw new IllegalStateException("SIM-055 name of a device family must be its own but " + family.name()
                        + " was of " + other.getClass().getName() + " and "
                        + family.getClass().getName()
                        + "; rename one");
            }
        }
    }

    /** Every family that {@link ServiceLoader} finds on the class path. */
    public static DeviceFamilies installed() {
        return new DeviceFamilies(ServiceLoader.load(DeviceFamily.class));
    }

    /** All of them, by name. */
    public List<DeviceFamily> all() {
        return List.copyOf(byName.values());
    }

    /**
     * The families of these names, each once, in their order; {@code all} for every one. A name may hold several, with commas.
     *
     * @throws IllegalArgumentException with SIM-053 for a name that no family has
     */
    public List<DeviceFamily> named(List<String> names) {
        List<DeviceFamily> named = new ArrayList<>();
        for (String name : names.stream()
                .flatMap(several -> Arrays.stream(several.split(",")))
                .toList()) {
            if (name.equals("all")) {
                named.addAll(all());
            } else if (byName.containsKey(name)) {
                named.add(byName.get(name));
            } else {
                throw new IllegalArgumentException(
                        "SIM-053 device must be all or one of " + byName.keySet() + " but was " + name);
            }
        }
        return named.stream().distinct().toList();
    }
}
