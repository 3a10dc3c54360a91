package io.maimen.driver;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/** A driver's settings from the configuration, as text by name. Immutable. */
public record DriverOptions(Map<String, String> values) {
    public static final DriverOptions NONE = new DriverOptions(Map.of());

    public DriverOptions {
        values = Map.copyOf(values);
    }

    /** The setting's text; empty when it was not set. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** An ISO-8601 duration such as {@code PT15S}; {@code standard} when it was not set. */
    public Duration duration(String name, Duration standard) {
        String text = values.get(name);
        if (text == null) {
            return standard;
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "DEC-010 options." + name + " must be a duration such as PT15S but was " + text, e);
        }
    }
}
