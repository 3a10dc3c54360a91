package io.maimen.ingest.security;

import java.util.regex.Pattern;

/** An organisation's name in addresses and tables, such as {@code taowan}. Immutable. */
public record OrganisationId(String value) {
    private static final Pattern VALUE = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    /** The organisation above all others; there from the first start. */
    public static final OrganisationId ROOT = new OrganisationId("root");

    public OrganisationId {
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("SRV-080 organisation must match " + VALUE + " but was " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
