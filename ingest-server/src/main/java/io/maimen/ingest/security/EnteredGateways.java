package io.maimen.ingest.security;

import io.maimen.ingest.sql.Database;
import io.maimen.observation.device.GatewayId;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.Query;

/** {@link GatewayOrganisations} as administrators entered them, from table {@code gateway}. Blocking; thread-safe. */
public final class EnteredGateways implements GatewayOrganisations {
    private final Database clinical;

    public EnteredGateways(Database clinical) {
        this.clinical = clinical;
    }

    @Override
    public Optional<OrganisationId> of(GatewayId gateway) {
        return clinical.reader()
                .withHandle(handle -> handle.createQuery("SELECT organisation FROM gateway WHERE id = :id")
                        .bind("id", gateway.value())
                        .mapTo(String.class)
                        .findOne())
                .map(OrganisationId::new);
    }

    @Override
    public Set<GatewayId> under(Scope scope) {
        return clinical.reader().withHandle(handle -> {
            Query query = handle.createQuery("SELECT id FROM gateway WHERE organisation IN " + Scope.SUBTREE);
            return Set.copyOf(scope.bind(query)
                    .map((row, context) -> new GatewayId(row.getString("id")))
                    .list());
        });
    }
}
