package io.maimen.ingest.query;

import io.maimen.alerting.review.Alert;
import io.maimen.alerting.review.RuleRef;
import io.maimen.ingest.security.SignatureState;
import io.maimen.observation.DriverRef;
import io.maimen.observation.FrameField;
import io.maimen.observation.RawFrame;
import io.maimen.observation.SampledValue;
import io.maimen.observation.Timing;
import io.maimen.observation.fact.EnvelopeFact;
import io.maimen.observation.fact.ItemProof;
import io.maimen.observation.fact.ObservedFact;
import io.maimen.observation.time.ClockCorrection;
import io.maimen.observation.time.DeviceTime;
import io.maimen.observation.wire.EnvelopeSignature;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The bytes behind a number, as docs/api.md has them. Stateless. */
final class BytesJson {
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx", Locale.ROOT);

    private BytesJson() {}

    /** What is known of the signature; {@code envelope} is empty where the item came in none. */
    record Signed(SignatureState state, Optional<EnvelopeFact> envelope) {}

    /** An alert that a reading is evidence for, and the rule with the limit that the reading was held to. */
    record Judged(Alert alert, RuleRef rule) {}

    static JsonObject of(
            ObservedFact fact,
            List<RawFrame> frames,
            Signed signed,
            List<Judged> judgedBy,
            Optional<JsonObject> patient) {
        DriverRef driver = fact.observation().provenance().driver();
        return new JsonObject()
                .put(
                        "observation",
                        fact.observation().value() instanceof SampledValue block
                                ? BlockJson.of(fact, block)
                                : ReadingJson.of(fact, patient))
                .put(
                        "frames",
                        new JsonArray(frames.stream().map(BytesJson::frame).toList()))
                .put("driver", driver.name() + " " + driver.version())
                .put("gateway", fact.gateway().value())
                .put("lane", signed.envelope().map(sent -> sent.lane().text()).orElse(null))
                .put("signature", signature(fact, signed))
                .put("clocks", clocks(fact))
                .put(
                        "judgedBy",
                        new JsonArray(judgedBy.stream().map(BytesJson::judged).toList()))
                .put("patient", patient.orElse(null));
    }

    private static JsonObject frame(RawFrame frame) {
        return new JsonObject()
                .put("sha256", frame.ref().sha256())
                .put("hex", frame.bytes().hex())
                .put("receivedAt", JsonTime.of(frame.receivedAt().instant()))
                .put(
                        "fields",
                        new JsonArray(
                                frame.fields().stream().map(BytesJson::field).toList()));
    }

    static JsonObject field(FrameField field) {
        return new JsonObject()
                .put("name", field.name())
                .put("value", field.value())
                .put("unit", field.unit())
                .put("offset", field.offset())
                .put("length", field.length());
    }

    private static JsonObject signature(ObservedFact fact, Signed signed) {
        return new JsonObject()
                .put("state", signed.state().text())
                .put("keyId", signed.envelope().flatMap(EnvelopeFact::keyId).orElse(null))
                .put(
                        "envelopeSha256",
                        fact.proof().map(ItemProof::envelopeSha256).orElse(null))
                .put("itemIndex", fact.proof().map(ItemProof::index).orElse(null))
                .put("itemSha256", EnvelopeSignature.digest(fact.item()));
    }

    private static JsonObject clocks(ObservedFact fact) {
        Timing timing = fact.observation().timing();
        Optional<DeviceTime> device = timing.deviceTime();
        return new JsonObject()
                .put(
                        "deviceTime",
                        device.map(time -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time.reported()))
                                .orElse(null))
                .put(
                        "deviceOffset",
                        device.map(time -> OFFSET.format(time.offset())).orElse(null))
                .put("offsetBasis", device.map(time -> word(time.offsetBasis())).orElse(null))
                .put("receivedAt", JsonTime.of(timing.receiveTime().instant()))
                .put("admittedAt", JsonTime.of(fact.admittedAt()))
                .put(
                        "correction",
                        timing.correction().map(BytesJson::correction).orElse(null))
                .put("measuredAt", JsonTime.of(timing.measuredAt()));
    }

    private static JsonObject correction(ClockCorrection correction) {
        return new JsonObject()
                .put("offsetMs", correction.offset().toMillis())
                .put("reason", word(correction.reason()));
    }

    private static JsonObject judged(Judged judged) {
        Alert alert = judged.alert();
        RuleRef rule = judged.rule();
        return new JsonObject()
                .put("alertId", alert.id().hex())
                .put("ruleId", rule.id())
                .put("pack", rule.pack())
                .put("version", rule.version())
                .put("text", DisplayJson.of(rule.text()))
                .put("limit", rule.limit())
                .put("own", rule.own().map(AlertJson::own).orElse(null))
                .put("source", rule.source())
                .put("state", word(alert.state()))
                .put("priority", alert.priority().name());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
