package io.maimen.driver;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The drivers at hand, by name. Immutable; may be shared. */
public final class DriverCatalogue {
    private final Map<String, DeviceDriver> byName = new TreeMap<>();

    private DriverCatalogue(Iterable<DeviceDriver> drivers) {
        for (DeviceDriver driver : drivers) {
            DeviceDriver other = byName.putIfAbsent(driver.ref().name(), driver);
            if (other != null) {
                throw new IllegalArgumentException("DEC-016 driver name must be unique but " + driver.ref() + " and "
                        + other.ref() + " share it; remove one of the two jars");
            }
        }
    }

    /** What {@link #find} gives. */
    public sealed interface Found {
        /** There is one. */
        record Driver(DeviceDriver driver) implements Found {}

        /** There is none; {@code message} lists the names there are. */
        record Unknown(String message) implements Found {}
    }

    /** Every driver that {@link ServiceLoader} finds on the class path. */
    public static DriverCatalogue installed() {
        return new DriverCatalogue(ServiceLoader.load(DeviceDriver.class));
    }

    /** A catalogue of just these. */
    public static DriverCatalogue of(DeviceDriver... drivers) {
        return new DriverCatalogue(List.of(drivers));
    }

    /** The driver a configuration's {@code driver:} names. */
    public Found find(String name) {
        DeviceDriver driver = byName.get(name);
        if (driver == null) {
            String known = byName.keySet().stream().collect(joining(", "));
            return new Found.Unknown("DEC-015 driver must be one of " + known + " but was " + name);
        }
        return new Found.Driver(driver);
    }

    /** All of them, by name. */
    public Collection<DeviceDriver> drivers() {
        return List.copyOf(byName.values());
    }
}
