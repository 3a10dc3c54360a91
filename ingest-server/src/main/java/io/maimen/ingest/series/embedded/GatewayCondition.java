package io.maimen.ingest.series.embedded;

import io.maimen.ingest.series.GatewaySet;
import io.maimen.observation.device.GatewayId;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.Query;

/** A {@link GatewaySet} as the condition on a table's column {@code gateway}. Stateless. */
final class GatewayCondition {
    private GatewayCondition() {}

    /** Goes after WHERE, alone or before AND. */
    static String of(GatewaySet gateways) {
        return gateways.all() ? "1 = 1" : "gateway IN (<gateways>)";
    }

    static Query bind(Query query, GatewaySet gateways) {
        return gateways.all()
                ? query
                : query.bindList(
                        EmptyHandling.NULL_KEYWORD,
                        "gateways",
                        gateways.named().stream().map(GatewayId::value).toList());
    }
}
