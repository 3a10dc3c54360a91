package io.maimen.observation;

import java.util.regex.Pattern;

/** Name and version of a driver, such as {@code astm} {@code 1}. Immutable. */
public record DriverRef(String name, String version) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

    public DriverRef {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("OBS-010 driver name must match " + NAME + " but was " + name);
        }
        if (version.isBlank()) {
            throw new IllegalArgumentException("OBS-011 driver version must not be blank");
        }
    }
}
