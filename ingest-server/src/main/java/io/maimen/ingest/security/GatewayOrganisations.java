package io.maimen.ingest.security;

import io.maimen.observation.device.GatewayId;
import java.util.Optional;
import java.util.Set;

/** Which organisation each gateway serves. Blocking; thread-safe. */
public interface GatewayOrganisations {
    /** A gateway's organisation; empty for one that nobody entered, which then belongs to the root. */
    Optional<OrganisationId> of(GatewayId gateway);

    /** The gateways entered for the organisations of a scope. */
    Set<GatewayId> under(Scope scope);

    /** Where nobody entered any. */
    static GatewayOrganisations none() {
        return new GatewayOrganisations() {
            @Override
            public Optional<OrganisationId> of(GatewayId gateway) {
                return Optional.empty();
            }

            @Override
            public Set<GatewayId> under(Scope scope) {
                return Set.of();
            }
        };
    }
}
