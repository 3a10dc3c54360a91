package io.maimen.ingest.patient;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A number by which people know a patient, such as a health card's. Immutable. */
public record PatientIdentifier(IdentifierSystem system, String value) {
    private static final Pattern VALUE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z-]{2,39}");

    /** Whose numbers they are. */
    public enum IdentifierSystem {
        /** The resident identity card's number (GB 11643). */
        NATIONAL_ID,
        HEALTH_CARD,
        /** The clinic's own. */
        CLINIC_NUMBER;

        /** Such as {@code national-id}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Reads what {@link #text} wrote; empty for any other word. */
        public static Optional<IdentifierSystem> find(String text) {
            return Stream.of(values())
                    .filter(system -> system.text().equals(text))
                    .findFirst();
        }
    }

    public PatientIdentifier {
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "SRV-101 identifier must be 3 to 40 digits, letters and hyphens but was '" + value + "'");
        }
    }
}
