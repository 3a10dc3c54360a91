package io.maimen.ingest.query;

import io.maimen.ingest.clinical.AlertRecords;
import io.maimen.ingest.clinical.AssessedReadings;
import io.maimen.ingest.clinical.BindingRecords;
import io.maimen.ingest.clinical.OwnedReading;
import io.maimen.ingest.clinical.PatientRecords;
import io.maimen.ingest.patient.AdmittedBinding;
import io.maimen.ingest.patient.Owner;
import io.maimen.ingest.patient.Patient;
import io.maimen.ingest.security.GatewayOrganisations;
import io.maimen.ingest.security.Scope;
import io.maimen.ingest.sql.Database;
import io.maimen.observation.ObservationId;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.patient.Binding;
import io.maimen.observation.patient.PatientId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Patients, whose readings are, and what waits for an owner. Blocking; thread-safe. */
public final class PatientQuery {
    private static final int BINDINGS = 20;
    private static final int LATEST = 20;
    private static final int SESSIONS = 200;

    private final Database clinical;
    private final GatewayOrganisations gateways;
    private final ZoneId place;
    private final Clock clock;

    /** {@code place} says when it is morning there. */
    public PatientQuery(Database clinical, GatewayOrganisations gateways, ZoneId place, Clock clock) {
        this.clinical = clinical;
        this.gateways = gateways;
        this.place = place;
        this.clock = clock;
    }

    /** {@code {"patients": […]}}: those with this identifier, or else those whose name or identifier fits the query. */
    public JsonObject list(Scope scope, String query, Optional<String> identifier, int limit) {
        List<Patient> found = clinical.reader().inTransaction(handle -> {
            PatientRecords patients = new PatientRecords(handle);
            return identifier.isPresent()
                    ? patients.withIdentifier(scope, identifier.get(), limit)
                    : patients.search(scope, query, limit);
        });
        return new JsonObject()
                .put(
                        "patients",
                        new JsonArray(found.stream().map(PatientJson::of).toList()));
    }

    /** A patient with bindings, latest readings and open alerts. */
    public Optional<JsonObject> detail(Scope scope, PatientId id) {
        return clinical.reader().inTransaction(handle -> new PatientRecords(handle)
                .find(scope, id)
                .map(patient -> {
                    JsonObject reference = PatientJson.reference(patient);
                    return PatientJson.of(patient)
                            .put(
                                    "bindings",
                                    array(new BindingRecords(handle)
                                            .of(id, BINDINGS).stream()
                                                    .map(one -> BindingJson.of(one.binding(), reference))
                                                    .toList()))
                            .put("readings", readings(handle, patient, LATEST))
                            .put(
                                    "alerts",
                                    array(new AlertRecords(handle)
                                            .open(id).stream()
                                                    .map(alert -> AlertJson.of(alert, Optional.of(patient.name())))
                                                    .toList()));
                }));
    }

    /** {@code {"readings": […]}}, newest first. */
    public Optional<JsonObject> readings(Scope scope, PatientId id, int limit) {
        return clinical.reader().inTransaction(handle -> new PatientRecords(handle)
                .find(scope, id)
                .map(patient -> new JsonObject().put("readings", readings(handle, patient, limit))));
    }

    private static JsonArray readings(Handle handle, Patient patient, int limit) {
        JsonObject reference = PatientJson.reference(patient);
        return array(new AssessedReadings(handle)
                .of(patient.id(), limit).stream()
                        .map(reading -> ReadingJson.of(reading.fact(), Optional.of(reference)))
                        .toList());
    }

    /** What the chart of the last days shows. */
    public Optional<JsonObject> bloodPressure(Scope scope, PatientId id, int days) {
        Instant from = clock.instant().minus(Duration.ofDays(days));
        return clinical.reader().inTransaction(handle -> new PatientRecords(handle)
                .find(scope, id)
                .map(patient -> BloodPressureJson.of(new AssessedReadings(handle).of(id, from), place)));
    }

    /** {@code {"readings": […]}}: nobody's readings, newest first, each with {@code reason}. */
    public JsonObject inbox(Scope scope, int limit) {
        Optional<Collection<GatewayId>> brought =
                scope.isEverything() ? Optional.empty() : Optional.of(gateways.under(scope));
        List<OwnedReading> waiting =
                clinical.reader().inTransaction(handle -> new AssessedReadings(handle).ofNobody(brought, limit));
        return new JsonObject()
                .put(
                        "readings",
                        array(waiting.stream()
                                .map(reading -> ReadingJson.of(reading.fact(), Optional.empty())
                                        .put(
                                                "reason",
                                                ((Owner.Nobody) reading.owner())
                                                        .reason()
                                                        .text()))
                                .toList()));
    }

    /** One reading as it is now, for whoever has just said whose it is. */
    public Optional<JsonObject> reading(ObservationId id) {
        return clinical.reader().inTransaction(handle -> new AssessedReadings(handle)
                .find(id)
                .map(reading -> ReadingJson.of(
                        reading.fact(), reading.owner().patient().map(owner -> reference(handle, owner)))));
    }

    /** {@code {"sessions": […]}}: who is measured in a session now; only patients of the scope. */
    public JsonObject sessions(Scope scope) {
        JsonArray sessions = new JsonArray();
        clinical.reader().useTransaction(handle -> {
            PatientRecords patients = new PatientRecords(handle);
            for (AdmittedBinding open :
                    new BindingRecords(handle).at(Binding.Basis.SESSION, clock.instant(), SESSIONS)) {
                patients.find(scope, open.binding().patient())
                        .map(PatientJson::reference)
                        .ifPresent(patient -> sessions.add(BindingJson.of(open.binding(), patient)));
            }
        });
        return new JsonObject().put("sessions", sessions);
    }

    private static JsonObject reference(Handle handle, PatientId id) {
        return PatientJson.reference(id, new PatientRecords(handle).name(id).orElse(""));
    }

    private static JsonArray array(List<JsonObject> items) {
        return new JsonArray(items);
    }
}
