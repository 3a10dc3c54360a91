package io.maimen.observation;

/** A result in the device's own words. Immutable. */
public record TextValue(String text) implements ObservationValue {
    public TextValue {
        if (text.isBlank()) {
            throw new IllegalArgumentException("OBS-002 text must not be blank; use AbsentValue with its reason");
        }
    }
}
