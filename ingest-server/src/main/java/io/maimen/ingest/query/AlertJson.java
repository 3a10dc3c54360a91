package io.maimen.ingest.query;

import io.maimen.alerting.episode.EpisodeEnd;
import io.maimen.alerting.review.Alert;
import io.maimen.alerting.review.Handling;
import io.maimen.alerting.review.RuleRef;
import io.maimen.alerting.rule.Reading;
import io.maimen.observation.NumericValue;
import io.maimen.observation.device.SpecimenId;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Optional;

/** An Alert of docs/api.md. Stateless. */
public final class AlertJson {
    private AlertJson() {}

    /** The alert as it stands; {@code patient} is null until a binding says who was measured. */
    public static JsonObject of(Alert alert) {
        Reading shown = alert.shown();
        NumericValue number = shown.number().orElseThrow();
        return new JsonObject()
                .put("id", alert.id().hex())
                .put("rule", rule(alert.rule()))
                .put("priority", alert.priority().name())
                .put("state", lower(alert.state()))
                .put("condition", lower(alert.condition()))
                .put("ended", alert.ended().map(AlertJson::end).orElse(null))
                .put("device", shown.device().toString())
                .put("specimen", shown.specimen().map(SpecimenId::value).orElse(null))
                .put("patient", null)
                .put("code", shown.code().toString())
                .put("display", DisplayJson.of(shown.code()))
                .put("observationId", shown.id().hex())
                .put("value", number.quantity().value().toPlainString())
                .put("comparator", number.comparator().symbol())
                .put("unit", number.quantity().unit().code())
                .put("measuredAt", JsonTime.of(shown.measuredAt()))
                .put("receivedAt", JsonTime.of(shown.receivedAt()))
                .put("openedAt", JsonTime.of(alert.openedAt()))
                .put("dueAt", JsonTime.of(alert.dueAt()))
                .put("late", alert.late())
                .put("simulated", shown.simulated())
                .put("acknowledged", handling(alert.acknowledged()))
                .put("closed", handling(alert.closed()));
    }

    private static JsonObject rule(RuleRef rule) {
        return new JsonObject()
                .put("id", rule.id())
                .put("pack", rule.pack())
                .put("version", rule.version())
                .put("source", rule.source())
                .put("text", DisplayJson.of(rule.text()))
                .put("firstAction", DisplayJson.of(rule.firstAction()))
                .put("limit", rule.limit());
    }

    private static JsonObject end(EpisodeEnd end) {
        return new JsonObject().put("at", JsonTime.of(end.at())).put("reason", lower(end.reason()));
    }

    private static JsonObject handling(Optional<Handling> handling) {
        return handling.map(done -> new JsonObject()
                        .put("by", done.by())
                        .put("at", JsonTime.of(done.at()))
                        .put("reason", done.reason()))
                .orElse(null);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
