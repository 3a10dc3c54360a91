package io.maimen.ingest.patient;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What FHIR AdministrativeGender says of a patient; who is neither is unknown to the machine. */
public enum Sex {
    FEMALE,
    MALE,
    UNKNOWN;

    /** Lower case, as FHIR writes it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads what {@link #text} wrote; empty for any other word. */
    public static Optional<Sex> find(String text) {
        return Stream.of(values()).filter(sex -> sex.text().equals(text)).findFirst();
    }
}
