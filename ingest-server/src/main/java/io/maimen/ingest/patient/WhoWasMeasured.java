package io.maimen.ingest.patient;

import io.maimen.observation.Observation;
import io.maimen.observation.fact.AssignmentFact;
import io.maimen.observation.patient.PatientId;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * Says whose a reading is. Pure: the answer depends on the set of facts only, not on the order they came in. Immutable.
 *
 * <p>A person's word about this one reading counts most; then the binding that says most about it; else it is nobody's.
 * Exactly one answer: a reading is never under two people.
 */
public final class WhoWasMeasured {
    private final Register register;

    public WhoWasMeasured(Register register) {
        this.register = register;
    }

    /**
     * The owner of one reading.
     *
     * @param assignment what a person said about this reading last
     * @param bindings at least those of its device that hold its time of measurement; others do no harm
     */
    public Owner of(
            Observation observation, Optional<AssignmentFact> assignment, Collection<AdmittedBinding> bindings) {
        Optional<PatientId> said = assignment.isPresent()
                ? assignment.get().patient()
                : bindings.stream()
                        .filter(it -> it.binding()
                                .covers(
                                        observation.source(),
                                        observation.timing().measuredAt()))
                        .max(AdmittedBinding.WEAKEST_FIRST)
                        .map(it -> it.binding().patient());
        return said.map(patient -> registered(patient, observation.provenance().simulated()))
                .orElseGet(() ->
                        new Owner.Nobody(assignment.isPresent() ? Owner.Reason.TAKEN_AWAY : Owner.Reason.NO_BINDING));
    }

    /** Of several assignments of one reading the one admitted last, of equals the one that takes it away. */
    public static AssignmentFact later(AssignmentFact a, AssignmentFact b) {
        Instant first = a.admittedAt();
        if (!first.equals(b.admittedAt())) {
            return first.isBefore(b.admittedAt()) ? b : a;
        }
        return spelled(a).compareTo(spelled(b)) <= 0 ? a : b;
    }

    private static String spelled(AssignmentFact fact) {
        return fact.patient().map(PatientId::value).orElse("");
    }

    private Owner registered(PatientId said, boolean simulated) {
        Optional<Register.Entry> found = register.find(said);
        if (found.isEmpty()) {
            return new Owner.Nobody(Owner.Reason.UNKNOWN_PATIENT);
        }
        if (found.get().simulated() != simulated) {
            return new Owner.Nobody(Owner.Reason.SIMULATED_MISMATCH);
        }
        return new Owner.Known(found.get().id());
    }
}
