package io.maimen.ingest.clinical;

import io.maimen.ingest.security.OrganisationId;
import io.maimen.ingest.security.Scope;

/** Which organisation an alert belongs to, as SQL. Stateless. */
final class AlertPlace {
    private AlertPlace() {}

    /**
     * The patient's, or while it is nobody's the one of the gateway that brought the reading: an expression over a row of
     * table {@code alert}; {@code alert} is the table's name in the query.
     */
    static String organisation(String alert) {
        return "COALESCE((SELECT organisation FROM patient WHERE patient_id = " + alert + ".patient_id),"
                + " (SELECT g.organisation FROM assess_reading b JOIN gateway g ON g.id = b.gateway"
                + " WHERE b.observation_id = " + alert + ".shown), '" + OrganisationId.ROOT + "')";
    }

    /** A condition on the same; {@link Scope#bind} must follow. */
    static String within(String alert) {
        return organisation(alert) + " IN " + Scope.SUBTREE;
    }
}
