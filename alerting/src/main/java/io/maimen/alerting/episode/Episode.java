package io.maimen.alerting.episode;

import static java.util.Objects.requireNonNull;

import io.maimen.alerting.rule.AlertRule;
import io.maimen.alerting.rule.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of event time during which a rule's condition was there. Immutable.
 *
 * @param evidence the readings that prove it, earliest first; at least one
 * @param end empty while nothing known ends it
 */
public record Episode(AlertRule rule, List<Reading> evidence, Optional<EpisodeEnd> end) {
    public Episode {
        requireNonNull(rule, "rule");
        requireNonNull(end, "end");
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("ALR-007 episode of " + rule.id() + " must have evidence but had none");
        }
    }

    /** When the first reading that proves it was measured. */
    public Instant start() {
        return evidence.get(0).measuredAt();
    }
}
