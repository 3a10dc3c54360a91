package io.maimen.alerting;

import io.maimen.alerting.pack.RulePack;
import io.maimen.alerting.rule.LimitRule;
import io.maimen.alerting.rule.Reading;
import io.maimen.observation.Observation;
import java.util.Collection;
import java.util.List;

/** Which observations must not wait behind others on their way up. Immutable, thread-safe; a few comparisons each. */
public final class LaneRule {
    private final List<LimitRule> rules;

    public LaneRule(Collection<RulePack> packs) {
        this.rules = packs.stream().flatMap(pack -> pack.rules().stream()).toList();
    }

    /**
     * Whether a limit may be met, judged without history. In doubt yes: a value such as {@code >5.0}, which proves
     * nothing, travels with the alarms, and so does one in a unit nobody can judge.
     */
    public boolean mayAlarm(Observation observation) {
        return Reading.of(observation, observation.timing().receiveTime().instant()).stream()
                .anyMatch(this::mayAlarm);
    }

    private boolean mayAlarm(Reading reading) {
        return rules.stream().anyMatch(rule -> rule.units().concerns(reading) && !rule.isRuledOutBy(reading));
    }
}
