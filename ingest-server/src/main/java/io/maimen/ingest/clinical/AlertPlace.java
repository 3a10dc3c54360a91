package io.maimen.ingest.clinical;

import io.maimen.ingest.security.OrganisationId;
import io.maimen.ingest.security.Scope;

/** Which organisation an alert belongs to, as SQL. Stateless. */
final class AlertPlace {
    private AlertPlace() {}

    /** An expression over a row of table {@code alert}; {@code alert} is the table's name in the query. */
    static String organisation(String alert) {
        return "'" + OrganisationId.ROOT + "'";
    }

    /** A condition on the same; {@link Scope#bind} must follow. */
    static String within(String alert) {
        return organisation(alert) + " IN " + Scope.SUBTREE;
    }
}
