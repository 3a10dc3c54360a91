package io.maimen.ingest.query;

import io.maimen.alerting.ecg.RuleAccuracy;
import io.maimen.alerting.episode.EpisodeEnd;
import io.maimen.alerting.review.Alert;
import io.maimen.alerting.review.Handling;
import io.maimen.alerting.review.Review;
import io.maimen.alerting.review.RuleRef;
import io.maimen.alerting.rule.Decision;
import io.maimen.alerting.rule.Measurement;
import io.maimen.alerting.rule.PatientSubject;
import io.maimen.alerting.rule.Reading;
import io.maimen.alerting.rule.Subject;
import io.maimen.ingest.clinical.AlertWords;
import io.maimen.observation.NumericValue;
import io.maimen.observation.ObservationId;
import io.maimen.observation.code.EcgLead;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.device.SpecimenId;
import io.maimen.observation.device.UserSlot;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** An Alert of docs/api.md. Stateless. */
public final class AlertJson {
    private AlertJson() {}

    /** The alert as it stands; {@code patient} is null until a binding says who was measured, then has this name. */
    public static JsonObject of(Alert alert, Optional<String> patientName) {
        Reading shown = alert.shown();
        JsonObject json = new JsonObject()
                .put("id", alert.id().hex())
                .put("rule", rule(alert.rule()))
                .put("priority", alert.priority().name())
                .put("state", AlertWords.of(alert.state()))
                .put("condition", AlertWords.of(alert.condition()))
                .put("ended", alert.ended().map(AlertJson::end).orElse(null))
                .put("device", shown.device().toString())
                .put("specimen", shown.specimen().map(SpecimenId::value).orElse(null))
                .put("slot", shown.slot().map(UserSlot::number).orElse(null))
                .put("patient", patient(alert.subject(), patientName))
                .put("code", shown.code().toString())
                .put("display", DisplayJson.of(shown.code()))
                .put("components", components(alert.measured()))
                .put("lead", lead(alert.measured()))
                .put("evidence", evidence(alert))
                .put("observationId", shown.id().hex());
        return putNumber(json, shown)
                .put("measuredAt", JsonTime.of(shown.measuredAt()))
                .put("receivedAt", JsonTime.of(shown.receivedAt()))
                .put("openedAt", JsonTime.of(alert.openedAt()))
                .put("dueAt", JsonTime.of(alert.dueAt()))
                .put("late", alert.late())
                .put("simulated", shown.simulated())
                .put("acknowledged", handling(alert.acknowledged()))
                .put("reviews", reviews(alert.reviews()))
                .put("closed", handling(alert.closed()));
    }

    private static JsonObject patient(Subject subject, Optional<String> name) {
        return subject instanceof PatientSubject known
                ? PatientJson.reference(
                        known.patient(), name.orElse(known.patient().value()))
                : null;
    }

    private static JsonObject rule(RuleRef rule) {
        return new JsonObject()
                .put("id", rule.id())
                .put("pack", rule.pack())
                .put("version", rule.version())
                .put("source", rule.source())
                .put("text", DisplayJson.of(rule.text()))
                .put("firstAction", DisplayJson.of(rule.firstAction()))
                .put("limit", rule.limit())
                .put("own", rule.own().map(AlertJson::own).orElse(null))
                .put(
                        "accuracy",
                        RuleAccuracy.of(rule.id()).map(AlertJson::accuracy).orElse(null));
    }

    /** How often the rule was right, and where that was measured. */
    private static JsonObject accuracy(RuleAccuracy accuracy) {
        return new JsonObject()
                .put("se", accuracy.sensitivity().toPlainString())
                .put("ppv", accuracy.positivePredictivity().toPlainString())
                .put("data", accuracy.data());
    }

    /** Who decided that the limit is the patient's own. */
    static JsonObject own(Decision decision) {
        return new JsonObject()
                .put("by", decision.by())
                .put("reason", decision.reason())
                .put("from", JsonTime.of(decision.from()))
                .put("until", JsonTime.of(decision.until()));
    }

    private static JsonObject end(EpisodeEnd end) {
        return new JsonObject().put("at", JsonTime.of(end.at())).put("reason", AlertWords.of(end.reason()));
    }

    private static JsonObject handling(Optional<Handling> handling) {
        return handling.map(done -> new JsonObject()
                        .put("by", done.by())
                        .put("at", JsonTime.of(done.at()))
                        .put("reason", done.reason()))
                .orElse(null);
    }

    /** The numbers measured together, so that one can be read beside the other. */
    private static JsonArray components(Measurement measured) {
        return new JsonArray(measured.readings().stream()
                .filter(reading -> reading.number().isPresent())
                .map(reading -> putNumber(
                        new JsonObject()
                                .put("code", reading.code().toString())
                                .put("display", DisplayJson.of(reading.code())),
                        reading))
                .toList());
    }

    /** The ECG lead in which it was found; null for what is no finding of an ECG. */
    private static String lead(Measurement measured) {
        return measured.readings().stream()
                .flatMap(reading -> reading.finding().stream())
                .filter(code ->
                        EcgLead.known().stream().anyMatch(known -> known.code().equals(code)))
                .map(ObservationCode::toString)
                .findFirst()
                .orElse(null);
    }

    private static JsonArray evidence(Alert alert) {
        return new JsonArray(
                alert.evidence().stream().map(ObservationId::hex).sorted().toList());
    }

    private static JsonObject putNumber(JsonObject json, Reading reading) {
        NumericValue number = reading.number().orElseThrow();
        return json.put("value", number.quantity().value().toPlainString())
                .put("comparator", number.comparator().symbol())
                .put("unit", number.quantity().unit().code());
    }

    private static JsonArray reviews(List<Review> reviews) {
        return new JsonArray(IntStream.range(0, reviews.size())
                .mapToObj(i -> review(i + 1, reviews.get(i)))
                .toList());
    }

    private static JsonObject review(int level, Review review) {
        return new JsonObject()
                .put("level", level)
                .put("by", review.by())
                .put("at", JsonTime.of(review.at()))
                .put("opinion", AlertWords.of(review.opinion()))
                .put("text", review.text());
    }
}
