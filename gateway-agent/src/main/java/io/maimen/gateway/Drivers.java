package io.maimen.gateway;

import io.maimen.driver.DeviceDriver;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The drivers on the class path, by name. */
final class Drivers {
    private Drivers() {}

    static Map<String, DeviceDriver> onClassPath() {
        return ServiceLoader.load(DeviceDriver.class).stream()
                .map(ServiceLoader.Provider::get)
                .collect(Collectors.toUnmodifiableMap(driver -> driver.ref().name(), Function.identity()));
    }
}
