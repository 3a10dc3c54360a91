package io.maimen.ingest.query;

import io.maimen.ingest.security.Scope;
import io.maimen.ingest.sql.Database;
import io.maimen.ingest.sql.EpochMicros;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What was noted about who did what. Blocking; thread-safe. */
public final class AuditQuery {
    private static final String SELECT = "SELECT e.* FROM audit e LEFT JOIN account a ON a.username = e.who"
            + " WHERE COALESCE(a.organisation, 'root') IN " + Scope.SUBTREE + " ORDER BY e.seq DESC LIMIT :limit";

    private final Database clinical;

    public AuditQuery(Database clinical) {
        this.clinical = clinical;
    }

    /** {@code {"entries": […]}}, newest first: what people of the scope did; strangers and the machine are the root's. */
    public JsonObject list(Scope scope, int limit) {
        return clinical.reader().withHandle(handle -> new JsonObject()
                .put(
                        "entries",
                        new JsonArray(scope.bind(handle.createQuery(SELECT))
                                .bind("limit", limit)
                                .map((row, context) -> new JsonObject()
                                        .put("seq", row.getLong("seq"))
                                        .put("at", JsonTime.of(EpochMicros.instant(row.getLong("at_us"))))
                                        .put("who", row.getString("who"))
                                        .put("action", row.getString("action"))
                                        .put("subject", row.getString("subject"))
                                        .put("detail", row.getString("detail")))
                                .list())));
    }
}
