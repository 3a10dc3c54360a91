package io.maimen.ingest.clinical;

import io.maimen.alerting.rule.PatientSubject;
import io.maimen.alerting.rule.Reading;
import io.maimen.alerting.rule.SourceSubject;
import io.maimen.alerting.rule.Subject;
import io.maimen.ingest.patient.Owner;
import io.maimen.observation.MeasurementSource;
import io.maimen.observation.fact.ObservedFact;
import java.time.Instant;
import java.util.List;

/** A reading together with whose it is. Immutable. */
public record OwnedReading(ObservedFact fact, Owner owner) {
    /** What alerts on it are about: the patient, or the source while nobody has said whose it is. */
    public Subject subject() {
        boolean simulated = fact.observation().provenance().simulated();
        MeasurementSource source = fact.observation().source();
        return owner.patient()
                .<Subject>map(patient -> new PatientSubject(patient, simulated))
                .orElseGet(() -> new SourceSubject(source.device(), source.slot(), source.specimen(), simulated));
    }

    /** When it was measured, by best knowledge. */
    public Instant measuredAt() {
        return fact.observation().timing().measuredAt();
    }

    /** What rules see of it; nothing where it holds neither a number nor a code. */
    public List<Reading> judged() {
        return Reading.of(fact.observation(), fact.admittedAt());
    }

    OwnedReading withOwner(Owner now) {
        return new OwnedReading(fact, now);
    }
}
