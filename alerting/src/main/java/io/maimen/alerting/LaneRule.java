package io.maimen.alerting;

import io.maimen.alerting.pack.RulePack;
import io.maimen.alerting.rule.Reading;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;

/** Which observations must not wait behind others on their way up. Immutable, thread-safe; a few comparisons each. */
public final class LaneRule {
    private final RulePack pack;

    public LaneRule(RulePack pack) {
        this.pack = pack;
    }

    /**
     * Whether a limit may be met, judged without history. In doubt yes: a value such as {@code >5.0}, which proves
     * nothing, travels with the alarms, and so does one in a unit nobody can judge.
     */
    public boolean mayAlarm(Observation observation) {
        if (!(observation.value() instanceof NumericValue)) {
            return false;
        }
        return Reading.of(observation, observation.timing().receiveTime().instant())
                .filter(this::mayAlarm)
                .isPresent();
    }

    private boolean mayAlarm(Reading reading) {
        return pack.rules().stream().anyMatch(rule -> rule.units().concerns(reading) && !rule.isRuledOutBy(reading));
    }
}
