package io.maimen.ingest.security;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What someone is in an organisation, and so may do in it and below; docs/people.md. */
public enum Role {
    VILLAGE_DOCTOR,
    COUNTY_READER,
    HOSPITAL_EXPERT,
    /** Keeps the house and signs nothing. */
    ADMIN;

    public boolean may(Right right) {
        return switch (right) {
            case TREAT -> this != ADMIN;
            case REVIEW_SECOND -> this == COUNTY_READER || this == HOSPITAL_EXPERT;
            case MANAGE -> this == ADMIN;
        };
    }

    /** Such as {@code village-doctor}, as the tables and the API write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads what {@link #text} wrote; empty for any other word. */
    public static Optional<Role> find(String text) {
        return Stream.of(values()).filter(role -> role.text().equals(text)).findFirst();
    }
}
