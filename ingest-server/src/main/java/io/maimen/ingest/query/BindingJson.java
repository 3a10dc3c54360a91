package io.maimen.ingest.query;

import io.maimen.observation.device.SpecimenId;
import io.maimen.observation.device.UserSlot;
import io.maimen.observation.patient.Binding;
import io.vertx.core.json.JsonObject;
import java.util.Locale;

/** A Binding of docs/api.md. Stateless. */
public final class BindingJson {
    private BindingJson() {}

    /** {@code patient} is a PatientRef, or null where the server does not know whom the binding names. */
    public static JsonObject of(Binding binding, JsonObject patient) {
        return new JsonObject()
                .put("id", binding.id().hex())
                .put("device", binding.device().toString())
                .put("slot", binding.slot().map(UserSlot::number).orElse(null))
                .put("specimen", binding.specimen().map(SpecimenId::value).orElse(null))
                .put("from", JsonTime.of(binding.from()))
                .put("to", binding.to().map(JsonTime::of).orElse(null))
                .put("basis", binding.basis().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("by", binding.by())
                .put("patient", patient);
    }
}
