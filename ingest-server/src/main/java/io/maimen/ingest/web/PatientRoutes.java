package io.maimen.ingest.web;

import io.maimen.ingest.audit.Views;
import io.maimen.ingest.patient.Patient;
import io.maimen.ingest.query.DisplayJson;
import io.maimen.ingest.query.PatientJson;
import io.maimen.ingest.register.HandEntry;
import io.maimen.ingest.register.Symptoms;
import io.maimen.ingest.security.Caller;
import io.maimen.ingest.security.Right;
import io.maimen.observation.ObservationId;
import io.maimen.observation.patient.PatientId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.Optional;

/** Patients and what belongs to them; docs/api.md. Stateless. */
final class PatientRoutes {
    private static final int MAX_LIMIT = 1_000;
    private static final int MAX_DAYS = 366;

    private final JsonEndpoint json;
    private final Views views;
    private final PatientParts parts;

    PatientRoutes(JsonEndpoint json, Views views, PatientParts parts) {
        this.json = json;
        this.views = views;
        this.parts = parts;
    }

    void on(Router router) {
        router.get("/api/patients").handler(json.personal(this::list));
        router.post("/api/patients").handler(json.permitted(Right.TREAT, this::create));
        router.get("/api/patients/:id")
                .handler(json.personal(
                        (who, asked) -> seen(who, asked, parts.query().detail(who.scope(), id(asked)))));
        router.get("/api/patients/:id/readings")
                .handler(json.personal((who, asked) ->
                        seen(who, asked, parts.query().readings(who.scope(), id(asked), asked.limit(100, MAX_LIMIT)))));
        router.get("/api/patients/:id/blood-pressure")
                .handler(json.personal(
                        (who, asked) -> seen(who, asked, parts.query().bloodPressure(who.scope(), id(asked), (int)
                                asked.whole("days", 1, MAX_DAYS).orElse(30L).longValue()))));
        router.post("/api/patients/:id/merge").handler(json.permitted(Right.TREAT, this::merge));
        router.post("/api/patients/:id/readings").handler(json.permitted(Right.TREAT, this::enter));
        router.post("/api/patients/:id/symptoms").handler(json.permitted(Right.TREAT, this::symptoms));
        router.get("/api/symptoms").handler(json.personal((who, asked) -> symptoms()));
    }

    private JsonObject list(Caller who, Parameters asked) throws ApiException {
        JsonObject found = parts.query()
                .list(
                        who.scope(),
                        asked.query("query").orElse(""),
                        asked.query("identifier"),
                        asked.limit(100, MAX_LIMIT));
        if (!found.getJsonArray("patients").isEmpty()) {
            views.note(who.username(), "patients");
        }
        return found;
    }

    private JsonObject create(Caller who, Parameters asked) throws ApiException {
        Patient patient = PatientBody.patient(asked.body(), who.account().organisation());
        return PatientJson.of(RegisterAnswer.of(() -> parts.patients().create(who, patient)));
    }

    private JsonObject merge(Caller who, Parameters asked) throws ApiException {
        PatientId kept = patient(who, asked).id();
        PatientId duplicate = PatientBody.patientId(asked.body(), "duplicate");
        String reason = PatientBody.required(asked.body(), "reason");
        RegisterAnswer.of(() -> {
            parts.patients().merge(who, kept, duplicate, reason);
            return kept;
        });
        return seen(who, asked, parts.query().detail(who.scope(), kept));
    }

    private JsonObject enter(Caller who, Parameters asked) throws ApiException {
        Patient patient = patient(who, asked);
        JsonObject body = asked.body();
        HandEntry.BloodPressure pressure = PatientBody.bloodPressure(body);
        Optional<Integer> pulse = PatientBody.whole(body, "pulse", 20, 300);
        ObservationId entered = RegisterAnswer.of(() -> parts.handEntry()
                .bloodPressure(who, patient, pressure, pulse, PatientBody.instant(body, "measuredAt")));
        return parts.query().reading(entered).orElseThrow(() -> ApiException.notFound("reading"));
    }

    private JsonObject symptoms(Caller who, Parameters asked) throws ApiException {
        Patient patient = patient(who, asked);
        JsonObject body = asked.body();
        RegisterAnswer.of(() -> {
            parts.handEntry().symptoms(who, patient, PatientBody.symptoms(body), PatientBody.instant(body, "at"));
            return body;
        });
        return parts.query().readings(who.scope(), id(asked), 20).orElseThrow(() -> ApiException.notFound("patient"));
    }

    /** Before the body is read: who is not there for the caller has no right words either. */
    private Patient patient(Caller who, Parameters asked) throws ApiException {
        return RegisterAnswer.of(() -> parts.visible().patient(who, id(asked)));
    }

    private static JsonObject symptoms() {
        JsonArray symptoms = new JsonArray();
        Symptoms.all()
                .forEach((code, text) -> symptoms.add(
                        new JsonObject().put("code", code.toString()).put("display", DisplayJson.of(text))));
        return new JsonObject().put("symptoms", symptoms);
    }

    private JsonObject seen(Caller who, Parameters asked, Optional<JsonObject> found) throws ApiException {
        JsonObject answer = found.orElseThrow(() -> ApiException.notFound("patient"));
        views.note(who.username(), "patient " + id(asked));
        return answer;
    }

    private static PatientId id(Parameters asked) throws ApiException {
        return asked.path("id", PatientId::new);
    }
}
