package io.maimen.observation.device;

/** The specimen's number as the analyser reports it (LIS02-A2 field O-3), 1 to 64 characters, trimmed. Immutable. */
public record SpecimenId(String value) {
    public SpecimenId {
        if (value.isBlank() || value.length() > 64 || !value.equals(value.strip())) {
            throw new IllegalArgumentException(
                    "OBS-023 specimen must be 1 to 64 characters without blanks around but was '" + value + "'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
