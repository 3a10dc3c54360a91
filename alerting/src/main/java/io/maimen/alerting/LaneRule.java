package io.maimen.alerting;

import io.maimen.alerting.pack.RulePack;
import io.maimen.alerting.rule.OwnLimit;
import io.maimen.alerting.rule.PatientRule;
import io.maimen.alerting.rule.Priority;
import io.maimen.alerting.rule.Proof;
import io.maimen.alerting.rule.Reading;
import io.maimen.observation.Observation;
import io.maimen.observation.code.ObservationCode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which observations must not wait behind others on their way up. Immutable, thread-safe; a few comparisons each. */
public final class LaneRule {
    private final List<PatientRule> calling;
    private final Set<ObservationCode> symptoms;

    private LaneRule(List<PatientRule> calling, Set<ObservationCode> symptoms) {
        this.calling = calling;
        this.symptoms = symptoms;
    }

    public LaneRule(Collection<RulePack> packs) {
        this.calling = packs.stream()
                .flatMap(pack -> pack.rules().stream())
                .filter(rule -> rule.priority().isMoreUrgentThan(Priority.P3))
                .map(rule -> PatientRule.of(rule, List.of()))
                .toList();
        this.symptoms = calling.stream()
                .map(PatientRule::proof)
                .filter(Proof.WithSymptom.class::isInstance)
                .flatMap(proof -> ((Proof.WithSymptom) proof).symptoms().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The same for a patient with limits of their own. */
    public LaneRule with(Collection<OwnLimit> own) {
        return new LaneRule(
                calling.stream()
                        .map(rule -> PatientRule.of(rule.general(), own))
                        .toList(),
                symptoms);
    }

    /**
     * Whether a limit that calls somebody may be met, by any number of a panel, or a symptom may make one more urgent;
     * judged without history. In doubt yes: a value such as {@code >5.0}, which proves
     * nothing, travels with the alarms, and so does one in a unit nobody can judge.
     */
    public boolean mayAlarm(Observation observation) {
        return Reading.of(observation, observation.timing().receiveTime().instant()).stream()
                .anyMatch(this::mayAlarm);
    }

    private boolean mayAlarm(Reading reading) {
        return reading.finding().filter(symptoms::contains).isPresent()
                || calling.stream()
                        .flatMap(rule -> rule.at(reading.measuredAt()).thresholds().stream())
                        .anyMatch(threshold -> threshold.units().concerns(reading) && !threshold.isRuledOutBy(reading));
    }
}
