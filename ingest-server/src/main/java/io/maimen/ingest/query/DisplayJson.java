package io.maimen.ingest.query;

import io.maimen.observation.code.BilingualText;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.ObservationCode;
import io.vertx.core.json.JsonObject;

/** Names in both languages. Stateless. */
public final class DisplayJson {
    private DisplayJson() {}

    /** The nomenclature's names; the code itself where it has none. */
    static JsonObject of(ObservationCode code) {
        return Nomenclature.find(code)
                .map(entry -> of(entry.display()))
                .orElseGet(() -> new JsonObject().put("zh", code.toString()).put("en", code.toString()));
    }

    /** A text as {@code {"zh", "en"}}. */
    public static JsonObject of(BilingualText text) {
        return new JsonObject().put("zh", text.zh()).put("en", text.en());
    }
}
