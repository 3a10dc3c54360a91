package io.maimen.simulator.match;

import io.vertx.core.json.JsonObject;
import java.util.Map;

/** Tallies in the JSON line of a report. Stateless. */
public final class TallyJson {
    private TallyJson() {}

    /** {@code {"serial": {"offered", "taken", "stored"}, …}}. */
    public static JsonObject each(Map<String, Tally> tallies) {
        JsonObject json = new JsonObject();
        tallies.forEach((name, tally) -> json.put(
                name,
                new JsonObject()
                        .put("offered", tally.offered())
                        .put("taken", tally.taken())
                        .put("stored", tally.stored())));
        return json;
    }
}
