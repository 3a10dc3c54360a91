package io.maimen.ingest.gateways;

import io.maimen.ingest.security.OrganisationId;
import io.maimen.observation.device.GatewayId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A gateway as the registry knows it. Immutable.
 *
 * @param certificateUntil when its newest certificate ends; empty before its first
 * @param lastSeenAt when it was last connected; empty when it never was
 */
public record KnownGateway(
        GatewayId id,
        OrganisationId organisation,
        State state,
        Optional<Instant> certificateUntil,
        boolean connected,
        Optional<Instant> lastSeenAt) {

    /** Where it is in its life. */
    public enum State {
        /** Entered, and waits for its enrolment. */
        NEW,
        ENROLLED,
        /** Shut out; a new code lets it in again. */
        REVOKED;

        /** Lower case, as the API writes it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
