package io.maimen.driver.nonin;

import io.maimen.driver.DriverOptions;
import java.util.Set;

/**
 * What the configuration says of an oximeter. Immutable.
 *
 * @param format option {@code format}: 2, 7, 8 or 13, which the 9560 sends when nobody told it otherwise
 * @param commands option {@code commands}: whether format and time are told to the oximeter at every connection
 */
record NoninOptions(int format, boolean commands) {
    private static final Set<String> FORMATS = Set.of("2", "7", "8", "13");

    /** Throws IllegalArgumentException where an option is not what it can be. */
    static NoninOptions of(DriverOptions options) {
        String format = options.text("format").orElse("13");
        if (!FORMATS.contains(format)) {
            throw new IllegalArgumentException("OXI-020 options.format must be 2, 7, 8 or 13 but was " + format);
        }
        String commands = options.text("commands").orElse("false");
        if (!commands.equals("true") && !commands.equals("false")) {
            throw new IllegalArgumentException("OXI-021 options.commands must be true or false but was " + commands);
        }
        return new NoninOptions(Integer.parseInt(format), commands.equals("true"));
    }
}
