package io.maimen.ingest.security;

import static java.util.Objects.requireNonNull;

/** A person who may log in. Immutable. */
public record Account(String username, String displayName, Role role, OrganisationId organisation) {
    public Account {
        requireNonNull(username, "username");
        requireNonNull(displayName, "displayName");
        requireNonNull(role, "role");
        requireNonNull(organisation, "organisation");
    }
}
