package io.maimen.ingest.assess;

import io.maimen.alerting.rule.Subject;
import io.maimen.ingest.audit.Action;
import io.maimen.ingest.audit.AuditEvent;
import io.maimen.ingest.clinical.AlertRecords;
import io.maimen.ingest.clinical.AssessedReadings;
import io.maimen.ingest.clinical.BindingRecords;
import io.maimen.ingest.clinical.LimitRecords;
import io.maimen.ingest.clinical.OwnedReading;
import io.maimen.ingest.clinical.PatientRecords;
import io.maimen.ingest.patient.AdmittedBinding;
import io.maimen.ingest.patient.Owner;
import io.maimen.ingest.patient.WhoWasMeasured;
import io.maimen.observation.Observation;
import io.maimen.observation.SampledValue;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.fact.AssignmentFact;
import io.maimen.observation.fact.BindingFact;
import io.maimen.observation.fact.Fact;
import io.maimen.observation.fact.MergeFact;
import io.maimen.observation.fact.ObservedFact;
import io.maimen.observation.patient.Binding;
import io.maimen.observation.patient.PatientId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;

/**
 * Keeps what facts say about whose readings are, and collects the subjects that must be judged again. Confined to one
 * transaction.
 */
final class Ownership {
    private final Handle handle;
    private final BiConsumer<Handle, AuditEvent> audit;
    private final PatientRecords patients;
    private final BindingRecords bindings;
    private final AssessedReadings readings;
    private final AlertRecords alerts;
    private final WhoWasMeasured whoWasMeasured;
    private final Map<Subject, Instant> concerned = new LinkedHashMap<>();

    /** {@code audit} notes within the transaction who said what. */
    Ownership(Handle handle, BiConsumer<Handle, AuditEvent> audit) {
        this.handle = handle;
        this.audit = audit;
        this.patients = new PatientRecords(handle);
        this.bindings = new BindingRecords(handle);
        this.readings = new AssessedReadings(handle);
        this.alerts = new AlertRecords(handle);
        this.whoWasMeasured = new WhoWasMeasured(patients);
    }

    /** The subjects whose readings came, went or moved, each with the first moment of measurement concerned. */
    Map<Subject, Instant> concerned() {
        return concerned;
    }

    void take(Fact fact) {
        if (fact instanceof ObservedFact observed) {
            observed(observed);
        } else if (fact instanceof BindingFact bound) {
            bound(bound);
        } else if (fact instanceof AssignmentFact assignment) {
            assigned(assignment);
        } else if (fact instanceof MergeFact merge) {
            merged(merge);
        }
    }

    private void bound(BindingFact fact) {
        Binding binding = fact.binding();
        Optional<Binding> spokeOf = bindings.tell(new AdmittedBinding(binding, fact.admittedAt()));
        if (spokeOf.isPresent()) {
            // Whom a gateway names has not logged in here.
            note(
                    fact,
                    fact.gateway().map(gateway -> "gateway:" + gateway).orElse(binding.by()),
                    Action.BOUND,
                    "device " + binding.device()
                            + binding.slot()
                                    .map(slot -> " slot " + slot.number())
                                    .orElse(""),
                    binding.patient() + " from " + binding.from()
                            + binding.to().map(end -> " to " + end).orElse("") + ", by " + binding.by());
            ownAgain(readings.under(spokeOf.get()));
        }
    }

    private void assigned(AssignmentFact fact) {
        if (bindings.assign(fact)) {
            String to = fact.patient().map(PatientId::value).orElse("nobody");
            note(
                    fact,
                    fact.by(),
                    Action.ASSIGNED,
                    "reading " + fact.observation().hex(),
                    "to " + to + ": " + fact.reason());
            ownAgain(readings.find(fact.observation()).stream().toList());
        }
    }

    private void merged(MergeFact fact) {
        if (patients.merge(fact.duplicate(), fact.kept())) {
            note(
                    fact,
                    fact.by(),
                    Action.MERGED,
                    "patient " + fact.duplicate(),
                    "into " + fact.kept() + ": " + fact.reason());
            new LimitRecords(handle).move(fact.duplicate(), fact.kept());
            alerts.moveClosed(fact.duplicate(), fact.kept());
            ownAgain(readings.of(fact.duplicate(), Instant.EPOCH));
        }
    }

    private void note(Fact fact, String who, Action action, String subject, String detail) {
        audit.accept(handle, new AuditEvent(fact.admittedAt(), who, action, subject, detail));
    }

    /** A waveform is nobody's reading here, it is found by its device and time; nor is what a device says of itself. */
    private void observed(ObservedFact fact) {
        if (fact.observation().value() instanceof SampledValue
                || Nomenclature.OF_DEVICES.stream().anyMatch(fact.observation().type()::equals)) {
            return;
        }
        OwnedReading reading = new OwnedReading(fact, owner(fact.observation()));
        if (readings.add(reading)) {
            concern(reading);
        }
    }

    private void ownAgain(List<OwnedReading> affected) {
        for (OwnedReading reading : affected) {
            Owner owner = owner(reading.fact().observation());
            if (!owner.equals(reading.owner())) {
                concern(reading);
                concern(readings.give(reading, owner));
            }
        }
    }

    private Owner owner(Observation observation) {
        return whoWasMeasured.of(
                observation,
                bindings.assignment(observation.id()),
                bindings.at(observation.source().device(), observation.timing().measuredAt()));
    }

    private void concern(OwnedReading reading) {
        if (!reading.judged().isEmpty()) {
            concerned.merge(reading.subject(), reading.measuredAt(), (a, b) -> a.isBefore(b) ? a : b);
        }
    }
}
