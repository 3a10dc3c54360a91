package io.maimen.driver;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /** All settings whose name begins with {@code prefix}, by the rest of their name. */
    public Map<String, String> under(String prefix) {
        return values.entrySet().stream()
                .filter(setting -> setting.getKey().startsWith(prefix))
                .collect(Collectors.toUnmodifiableMap(
                        setting -> setting.getKey().substring(prefix.length()), Map.Entry::getValue));
    }

    /** A whole number from {@code min} to {@code max}; {@code standard} when it was not set. */
    public int integer(String name, int standard, int min, int max) {
        String text = values.get(name);
        if (text == null) {
            return standard;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
            throw notInRange(name, text, min, max, null);
        } catch (NumberFormatException e) {
            throw notInRange(name, text, min, max, e);
        }
    }

    private static IllegalArgumentException notInRange(
            String name, String text, int min, int max, NumberFormatException cause) {
        return new IllegalArgumentException(
                "DEC-014 options." + name + " must be a whole number from " + min + " to " + max + " but was " + text,
                cause);
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
