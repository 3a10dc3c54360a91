package io.maimen.ingest.web;

import io.maimen.ingest.query.BindingJson;
import io.maimen.ingest.security.Caller;
import io.maimen.ingest.security.Right;
import io.maimen.observation.ObservationId;
import io.maimen.observation.device.UserSlot;
import io.maimen.observation.patient.Binding;
import io.maimen.observation.patient.PatientId;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.Optional;

/** Who is measured, and whose a reading is; docs/api.md. Stateless. */
final class BindingRoutes {
    private static final int MAX_LIMIT = 1_000;
    /** A session nobody ends must not give the next one's readings to the one before for ever. */
    private static final int DEFAULT_MINUTES = 60;

    private static final int MAX_MINUTES = 24 * 60;

    private final JsonEndpoint json;
    private final PatientParts parts;

    BindingRoutes(JsonEndpoint json, PatientParts parts) {
        this.json = json;
        this.parts = parts;
    }

    void on(Router router) {
        router.get("/api/sessions")
                .handler(json.personal((who, asked) -> parts.query().sessions(who.scope())));
        router.post("/api/devices/:id/session").handler(json.permitted(Right.TREAT, this::start));
        router.post("/api/devices/:id/session/end").handler(json.permitted(Right.TREAT, this::end));
        router.post("/api/devices/:id/slots").handler(json.permitted(Right.TREAT, this::slot));
        router.get("/api/inbox")
                .handler(json.personal((who, asked) -> parts.query().inbox(who.scope(), asked.limit(100, MAX_LIMIT))));
        router.post("/api/observations/:id/assign").handler(json.permitted(Right.TREAT, this::assign));
    }

    private JsonObject start(Caller who, Parameters asked) throws ApiException {
        requireDevice(who, asked);
        PatientId patient = PatientBody.patientId(asked.body(), "patient");
        int minutes = PatientBody.whole(asked.body(), "minutes", 1, MAX_MINUTES).orElse(DEFAULT_MINUTES);
        return RegisterAnswer.of(() -> {
            Binding session = parts.bindings().startSession(who, asked.device(), patient, Duration.ofMinutes(minutes));
            return BindingJson.of(
                    session,
                    new JsonObject()
                            .put("id", patient.value())
                            .put("name", parts.visible().patient(who, patient).name()));
        });
    }

    private JsonObject end(Caller who, Parameters asked) throws ApiException {
        return RegisterAnswer.of(() -> {
            parts.bindings().endSession(who, asked.device());
            return parts.query().sessions(who.scope());
        });
    }

    private JsonObject slot(Caller who, Parameters asked) throws ApiException {
        requireDevice(who, asked);
        int number = PatientBody.whole(asked.body(), "slot", 0, 254)
                .orElseThrow(() -> new ApiException(400, "SRV-071", "slot must be given but was not"));
        Optional<PatientId> patient = PatientBody.optionalPatient(asked.body(), "patient");
        return RegisterAnswer.of(() -> {
            parts.bindings().mapSlot(who, asked.device(), new UserSlot(number), patient);
            return new JsonObject()
                    .put("device", asked.device().toString())
                    .put("slot", number)
                    .put("patient", patient.map(PatientId::value).orElse(null));
        });
    }

    private JsonObject assign(Caller who, Parameters asked) throws ApiException {
        ObservationId id = asked.path("id", ObservationId::new);
        RegisterAnswer.of(() -> parts.visible().reading(who, id));
        Optional<PatientId> patient = PatientBody.optionalPatient(asked.body(), "patient");
        String reason = PatientBody.required(asked.body(), "reason");
        return RegisterAnswer.of(() -> {
            parts.patients().assign(who, id, patient, reason);
            return parts.query().reading(id).orElseThrow(() -> ApiException.notFound("reading"));
        });
    }

    /** Before the body is read: what is not there for the caller has no right words either. */
    private void requireDevice(Caller who, Parameters asked) throws ApiException {
        RegisterAnswer.of(() -> {
            parts.visible().requireDevice(who, asked.device());
            return asked;
        });
    }
}
