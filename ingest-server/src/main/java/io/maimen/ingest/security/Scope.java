package io.maimen.ingest.security;

import java.util.Set;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * What a caller may see: an organisation and everything below it. Whatever belongs elsewhere is, for the caller, not
 * there. Immutable; may be shared.
 *
 * @param top the caller's own organisation
 * @param organisations {@code top} and all below it
 */
public record Scope(OrganisationId top, Set<OrganisationId> organisations) {
    /**
     * Goes after {@code organisation IN} in SQL, together with {@link #bind}: one parameter however large the tree, and
     * the database walks it once per query, never per row.
     */
    public static final String SUBTREE = "(WITH RECURSIVE own (id) AS (SELECT id FROM organisation WHERE id = :scope"
            + " UNION SELECT o.id FROM organisation o JOIN own ON o.parent = own.id) SELECT id FROM own)";

    public Scope {
        organisations = Set.copyOf(organisations);
    }

    /** Whether what belongs to this organisation may be seen. */
    public boolean sees(OrganisationId organisation) {
        return organisations.contains(organisation);
    }

    /** Whether it begins at the root: then there is nothing it does not hold. */
    public boolean isEverything() {
        return top.equals(OrganisationId.ROOT);
    }

    /** Binds what {@link #SUBTREE} asks for. */
    public <T extends SqlStatement<T>> T bind(T statement) {
        return statement.bind("scope", top.value());
    }
}
