package io.maimen.ingest.register;

import io.maimen.ingest.audit.Action;
import io.maimen.ingest.audit.Audit;
import io.maimen.ingest.audit.AuditEvent;
import io.maimen.ingest.clinical.AssessedReadings;
import io.maimen.ingest.clinical.OwnedReading;
import io.maimen.ingest.clinical.PatientRecords;
import io.maimen.ingest.patient.Patient;
import io.maimen.ingest.patient.PatientIdentifier;
import io.maimen.ingest.security.Caller;
import io.maimen.ingest.security.Scope;
import io.maimen.ingest.sql.Database;
import io.maimen.observation.ObservationId;
import io.maimen.observation.fact.AssignmentFact;
import io.maimen.observation.fact.Fact;
import io.maimen.observation.fact.MergeFact;
import io.maimen.observation.patient.PatientId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What doctors do with patients: enter them, merge doubles, say whose a reading is. Blocking; thread-safe. */
public final class Patients {
    private final Database clinical;
    private final Audit audit;
    private final Visible visible;
    private final FactDesk desk;
    private final Clock clock;

    public Patients(Database clinical, Audit audit, Visible visible, FactDesk desk, Clock clock) {
        this.clinical = clinical;
        this.audit = audit;
        this.visible = visible;
        this.desk = desk;
        this.clock = clock;
    }

    /** Enters a patient; refused where one of the identifiers is known in the caller's tree already. */
    public Patient create(Caller who, Patient patient) throws RegisterException {
        if (!who.scope().sees(patient.organisation())) {
            throw RegisterException.unknown("organisation");
        }
        Instant now = clock.instant();
        Optional<Patient> known = clinical.writer().inTransaction(handle -> {
            PatientRecords patients = new PatientRecords(handle);
            Optional<Patient> same = patient.identifiers().stream()
                    .flatMap(identifier -> sameIdentifier(patients, who.scope(), identifier).stream())
                    .findFirst();
            if (same.isEmpty()) {
                patients.create(patient, now);
                audit.add(
                        handle,
                        new AuditEvent(
                                now,
                                who.username(),
                                Action.CREATED,
                                "patient " + patient.id(),
                                "in " + patient.organisation()));
            }
            return same;
        });
        if (known.isPresent()) {
            throw RegisterException.conflict(
                    "SRV-103",
                    "identifiers must be new but " + known.get().id() + " ("
                            + known.get().name() + ") has one of them; use that patient");
        }
        return patient;
    }

    private static Optional<Patient> sameIdentifier(
            PatientRecords patients, Scope scope, PatientIdentifier identifier) {
        return patients.withIdentifier(scope, identifier.value(), 10).stream()
                .filter(other -> other.identifiers().contains(identifier))
                .findFirst();
    }

    /** Says that a duplicate is this patient: all that is the duplicate's becomes the kept one's, for good. */
    public void merge(Caller who, PatientId kept, PatientId duplicate, String reason) throws RegisterException {
        Patient stays = visible.patient(who, kept);
        Patient goes = visible.patient(who, duplicate);
        if (kept.equals(duplicate)) {
            throw RegisterException.invalid("SRV-105", "duplicate must be another patient but was the same");
        }
        if (stays.simulated() != goes.simulated()) {
            throw RegisterException.conflict(
                    "SRV-106",
                    "both must be real or both simulated but one was not; no simulated reading is a person's");
        }
        desk.tell(List.of(new MergeFact(duplicate, kept, who.username(), reason, clock.instant())));
    }

    /** Says whose a reading is, or that it is nobody's; what was measured together with it goes along. */
    public void assign(Caller who, ObservationId observation, Optional<PatientId> patient, String reason)
            throws RegisterException {
        OwnedReading reading = visible.reading(who, observation);
        if (patient.isPresent()) {
            Patient to = visible.patient(who, patient.get());
            if (to.simulated() != reading.fact().observation().provenance().simulated()) {
                throw RegisterException.conflict(
                        "SRV-107",
                        "reading and patient must both be real or both simulated but " + to.id() + " is "
                                + (to.simulated() ? "simulated" : "real") + " and the reading is not");
            }
        }
        Instant now = clock.instant();
        List<OwnedReading> together =
                clinical.reader().withHandle(handle -> new AssessedReadings(handle).together(reading));
        desk.tell(together.stream()
                .map(one ->
                        (Fact) new AssignmentFact(one.fact().observation().id(), patient, who.username(), reason, now))
                .toList());
    }
}
