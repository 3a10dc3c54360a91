package io.maimen.ingest.security;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What sort of place an organisation is; it decides nothing and helps people to find it. */
public enum OrganisationKind {
    PROVINCE,
    COUNTY,
    TOWNSHIP,
    VILLAGE,
    HOSPITAL,
    HOME;

    /** Lower case, as the tables and the API write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads what {@link #text} wrote; empty for any other word. */
    public static Optional<OrganisationKind> find(String text) {
        return Stream.of(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }
}
