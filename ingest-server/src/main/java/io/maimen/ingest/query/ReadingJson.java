package io.maimen.ingest.query;

import io.maimen.observation.AbsentValue;
import io.maimen.observation.BitsValue;
import io.maimen.observation.CodedValue;
import io.maimen.observation.Component;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.Provenance;
import io.maimen.observation.QuantityComparator;
import io.maimen.observation.TextValue;
import io.maimen.observation.device.SpecimenId;
import io.maimen.observation.device.UserSlot;
import io.maimen.observation.fact.ObservedFact;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** A Reading of docs/api.md. Stateless. */
final class ReadingJson {
    private ReadingJson() {}

    /** A reading; {@code patient} is whose it is, a PatientRef. */
    static JsonObject of(ObservedFact fact, Optional<JsonObject> patient) {
        Observation observation = fact.observation();
        Provenance provenance = observation.provenance();
        JsonObject json = new JsonObject()
                .put("kind", "result")
                .put("observationId", observation.id().hex())
                .put("device", observation.source().device().toString())
                .put(
                        "specimen",
                        observation.source().specimen().map(SpecimenId::value).orElse(null))
                .put("slot", observation.source().slot().map(UserSlot::number).orElse(null))
                .put("patient", patient.orElse(null))
                .put("code", observation.type().toString())
                .put("display", DisplayJson.of(observation.type()));
        putValue(json, observation.value());
        JsonArray components = new JsonArray();
        for (Component component : observation.components()) {
            JsonObject part = new JsonObject()
                    .put("code", component.type().toString())
                    .put("display", DisplayJson.of(component.type()));
            components.add(putValue(part, component.value()));
        }
        return json.put("components", components)
                .put(
                        "statuses",
                        new JsonArray(observation.statuses().stream()
                                .map(Enum::name)
                                .sorted()
                                .toList()))
                .put("measuredAt", JsonTime.of(observation.timing().measuredAt()))
                .put(
                        "deviceTime",
                        observation
                                .timing()
                                .deviceTime()
                                .map(time -> JsonTime.of(time.instant()))
                                .orElse(null))
                .put(
                        "receivedAt",
                        JsonTime.of(observation.timing().receiveTime().instant()))
                .put("admittedAt", JsonTime.of(fact.admittedAt()))
                .put("gateway", fact.gateway().value())
                .put(
                        "driver",
                        provenance.driver().name() + " " + provenance.driver().version())
                .put(
                        "rawFrames",
                        new JsonArray(provenance.rawFrames().stream()
                                .map(frame -> frame.sha256())
                                .toList()))
                .put("simulated", provenance.simulated());
    }

    /** JSON has no decimals of a given precision, so numbers travel as text. */
    private static JsonObject putValue(JsonObject json, ObservationValue value) {
        String text = null;
        String absentReason = null;
        String unit = null;
        QuantityComparator comparator = QuantityComparator.EXACT;
        if (value instanceof NumericValue numeric) {
            text = numeric.quantity().value().toPlainString();
            unit = numeric.quantity().unit().code();
            comparator = numeric.comparator();
        } else if (value instanceof CodedValue coded) {
            text = coded.code().toString();
        } else if (value instanceof TextValue words) {
            text = words.text();
        } else if (value instanceof BitsValue bits) {
            text = "0x" + Long.toHexString(bits.bits());
        } else if (value instanceof AbsentValue absent) {
            absentReason = absent.reason().code();
        }
        return json.put("value", text)
                .put("absentReason", absentReason)
                .put("comparator", comparator.symbol())
                .put("unit", unit);
    }
}
