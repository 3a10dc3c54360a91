package io.maimen.ingest.web;

import io.maimen.alerting.pack.LimitText;
import io.maimen.alerting.rule.LimitRule;
import io.maimen.ingest.desired.DesiredStates;
import io.maimen.ingest.register.Visible;
import io.maimen.ingest.security.Caller;
import io.maimen.ingest.security.Right;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.patient.PatientId;
import io.maimen.observation.time.TimeScale;
import io.maimen.observation.wire.DesiredContent.PersonalLimit;
import io.maimen.observation.wire.DesiredContent.Revocation;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;

/** What gateways are to work by, as people decide it; docs/api.md. Stateless. */
final class DesiredRoutes {
    private final JsonEndpoint json;
    private final DesiredStates states;
    private final Visible visible;

    DesiredRoutes(JsonEndpoint json, DesiredStates states, Visible visible) {
        this.json = json;
        this.states = states;
        this.visible = visible;
    }

    void on(Router router) {
        router.post("/api/patients/:id/thresholds").handler(json.permitted(Right.TREAT, this::limit));
        router.post("/api/revocations").handler(json.permitted(Right.MANAGE, this::revoke));
    }

    private JsonObject limit(Caller who, Parameters asked) throws ApiException {
        PatientId patient = asked.path("id", PatientId::new);
        RegisterAnswer.of(() -> visible.patient(who, patient));
        JsonObject body = asked.body();
        String text = PatientBody.required(body, "limit");
        String rule = PatientBody.required(body, "rule");
        LimitRule general = states.rule(rule)
                .orElseThrow(() -> bad("rule must be one of this server's packs but was '" + rule + "'"));
        requireLimit(general, text);
        Instant until = until(PatientBody.required(body, "until"));
        states.limit(
                new PersonalLimit(patient, rule, text, until, who.username(), PatientBody.required(body, "reason")));
        return new JsonObject()
                .put("patient", patient.value())
                .put("rule", rule)
                .put("limit", text)
                .put("until", until.toString());
    }

    /** In the rule's own unit and direction, one bound for each of its quantities. */
    private static void requireLimit(LimitRule general, String text) throws ApiException {
        try {
            if (general.withLimits(LimitText.parseAll(text)).isPresent()) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // What cannot be read is told as what does not fit.
        }
        throw bad("limit must be like the rule's own, '" + general.limitText()
                + "' (>= for ≥), and above what would clear" + " it, but was '" + text + "'");
    }

    private static Instant until(String text) throws ApiException {
        try {
            return TimeScale.onScale(Instant.parse(text));
        } catch (DateTimeParseException e) {
            throw bad("until must be ISO 8601, such as 2025-03-01T08:15:00.000Z");
        } catch (IllegalArgumentException e) {
            throw bad("until: " + e.getMessage());
        }
    }

    private JsonObject revoke(Caller who, Parameters asked) throws ApiException {
        JsonObject body = asked.body();
        Revocation revocation = revocation(body);
        String reason = PatientBody.required(body, "reason");
        if (revocation.kind() == Revocation.Kind.DEVICE) {
            RegisterAnswer.of(() -> {
                visible.requireDevice(who, DeviceId.parse(revocation.id()));
                return revocation;
            });
        }
        boolean revoked = !Boolean.FALSE.equals(body.getValue("revoked"));
        if (revoked) {
            states.revoke(who, revocation, reason);
        } else {
            states.admitAgain(who, revocation, reason);
        }
        return new JsonObject()
                .put("kind", revocation.kind().text())
                .put("id", revocation.id())
                .put("revoked", revoked);
    }

    private static Revocation revocation(JsonObject body) throws ApiException {
        String word = PatientBody.required(body, "kind");
        String id = PatientBody.required(body, "id");
        Revocation.Kind kind = Arrays.stream(Revocation.Kind.values())
                .filter(each -> each.text().equals(word))
                .findFirst()
                .orElseThrow(() -> bad("kind must be device or driver but was '" + word + "'"));
        try {
            return new Revocation(kind, id);
        } catch (IllegalArgumentException e) {
            throw bad("id: " + e.getMessage());
        }
    }

    private static ApiException bad(String message) {
        return new ApiException(400, "SRV-071", message);
    }
}
