package io.maimen.observation.patient;

import java.util.regex.Pattern;

/**
 * A patient's name among programs, such as {@code p-7f3k9q2m}; says nothing about the person. Immutable.
 *
 * <p>What a person knows and shows (a health card, an identity number) is an identifier and lies elsewhere.
 */
public record PatientId(String value) {
    private static final Pattern VALUE = Pattern.compile("p-[a-z0-9]{4,40}");

    public PatientId {
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("OBS-050 patient must match " + VALUE + " but was " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
