package io.maimen.gateway.outbox;

import io.maimen.observation.Lane;
import io.maimen.observation.Observation;
import io.maimen.observation.SampledValue;
import io.maimen.observation.wire.OutboxEntry;
import java.util.function.Predicate;

/**
 * Which lane an entry takes; the most urgent of its observations decides for the whole, because one frame is one entry. An
 * entry without observations (a header, an order) is vital: its frame is evidence, but nobody waits for it. Immutable.
 *
 * @param mayAlarm whether a reading meets a limit of a rule
 */
public record LaneChoice(Predicate<Observation> mayAlarm) {
    Lane of(OutboxEntry entry) {
        if (entry.observations().stream().anyMatch(mayAlarm)) {
            return Lane.ALARM;
        }
        boolean sampled = entry.observations().stream().anyMatch(each -> each.value() instanceof SampledValue);
        return sampled ? Lane.WAVEFORM : Lane.VITAL;
    }
}
