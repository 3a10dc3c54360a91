package io.maimen.alerting;

import io.maimen.alerting.pack.RulePack;
import io.maimen.alerting.rule.LimitRule;
import io.maimen.alerting.rule.Priority;
import io.maimen.alerting.rule.Proof;
import io.maimen.alerting.rule.Reading;
import io.maimen.alerting.rule.Threshold;
import io.maimen.observation.Observation;
import io.maimen.observation.code.ObservationCode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which observations must not wait behind others on their way up. Immutable, thread-safe; a few comparisons each. */
public final class LaneRule {
    private final List<Threshold> thresholds;
    private final Set<ObservationCode> symptoms;

    public LaneRule(Collection<RulePack> packs) {
        List<LimitRule> calling = packs.stream()
                .flatMap(pack -> pack.rules().stream())
                .filter(rule -> rule.priority().isMoreUrgentThan(Priority.P3))
                .toList();
        this.thresholds =
                calling.stream().flatMap(rule -> rule.thresholds().stream()).toList();
        this.symptoms = calling.stream()
                .map(LimitRule::proof)
                .filter(Proof.WithSymptom.class::isInstance)
                .flatMap(proof -> ((Proof.WithSymptom) proof).symptoms().stream())
                .collect(Collectors.toUnmodifiableSet());
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
                || thresholds.stream()
                        .anyMatch(threshold -> threshold.units().concerns(reading) && !threshold.isRuledOutBy(reading));
    }
}
