package io.maimen.driver.result;

import io.maimen.driver.DriverOptions;
import io.maimen.observation.code.ObservationCode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What can be set for any device that names its tests by words of its own. Immutable.
 *
 * @param codes what these words mean; option {@code codes.NAME: mdc:160184}
 * @param simulated option {@code simulated: true}: nothing this device sends comes from a human body
 */
public record ResultOptions(Map<String, ObservationCode> codes, boolean simulated) {
    private static final String CODES = "codes.";
    private static final String SIMULATED = "simulated";

    public ResultOptions {
        codes = Map.copyOf(codes);
    }

    /**
     * Reads the options; throws IllegalArgumentException with the option's name and what it accepts.
     *
     * @param standard the words that mean something without an option
     * @param others names of options the driver reads itself
     */
    public static ResultOptions of(DriverOptions options, Map<String, ObservationCode> standard, Set<String> others) {
        for (String name : options.values().keySet()) {
            if (!name.startsWith(CODES) && !name.equals(SIMULATED) && !others.contains(name)) {
                throw new IllegalArgumentException(
                        "DEC-021 options must be codes.NAME, simulated or one of " + others + " but there was " + name);
            }
        }
        Map<String, ObservationCode> codes = new HashMap<>(standard);
        options.under(CODES).forEach((name, code) -> codes.put(name, code(name, code)));
        return new ResultOptions(codes, flag(options, SIMULATED));
    }

    /** An option that is {@code true} or {@code false}; false when it was not set. */
    public static boolean flag(DriverOptions options, String name) {
        String text = options.text(name).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("DEC-022 options." + name + " must be true or false but was " + text);
        }
        return text.equals("true");
    }

    /** The meaning of a test's name. */
    public Optional<ObservationCode> code(String name) {
        return Optional.ofNullable(codes.get(name));
    }

    private static ObservationCode code(String name, String code) {
        try {
            return ObservationCode.parse(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "DEC-020 options.codes." + name + " must be a code such as mdc:160184 or loinc:6298-4 but was "
                            + code,
                    e);
        }
    }
}
