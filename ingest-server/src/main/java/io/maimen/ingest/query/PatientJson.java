package io.maimen.ingest.query;

import io.maimen.ingest.patient.Patient;
import io.maimen.observation.patient.PatientId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;

/** A Patient of docs/api.md. Stateless. */
public final class PatientJson {
    private PatientJson() {}

    public static JsonObject of(Patient patient) {
        return new JsonObject()
                .put("id", patient.id().value())
                .put("name", patient.name())
                .put("sex", patient.sex().text())
                .put("birthDate", patient.birthDate().map(LocalDate::toString).orElse(null))
                .put(
                        "identifiers",
                        new JsonArray(patient.identifiers().stream()
                                .map(identifier -> new JsonObject()
                                        .put("system", identifier.system().text())
                                        .put("value", identifier.value()))
                                .toList()))
                .put("organisation", patient.organisation().value())
                .put("simulated", patient.simulated())
                .put("merged", patient.merged().map(PatientId::value).orElse(null));
    }

    /** Who it is, in a few letters: a PatientRef. */
    static JsonObject reference(Patient patient) {
        return reference(patient.id(), patient.name());
    }

    static JsonObject reference(PatientId id, String name) {
        return new JsonObject().put("id", id.value()).put("name", name);
    }
}
