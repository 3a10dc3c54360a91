package io.maimen.alerting.episode;

import static java.util.Objects.requireNonNull;

import io.maimen.alerting.rule.AlertRule;
import io.maimen.alerting.rule.Measurement;
import io.maimen.observation.ObservationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A stretch of event time during which a rule's condition was there. Immutable.
 *
 * @param start when it was proved; where that took two measurements, the later one's time
 * @param evidence what proves it, earliest first; at least one
 * @param symptoms the observations of symptoms that prove it with them
 * @param end empty while nothing known ends it
 */
public record Episode(
        AlertRule rule,
        Instant start,
        List<Measurement> evidence,
        Set<ObservationId> symptoms,
        Optional<EpisodeEnd> end) {
    public Episode {
        requireNonNull(rule, "rule");
        requireNonNull(start, "start");
        requireNonNull(end, "end");
        evidence = List.copyOf(evidence);
        symptoms = Set.copyOf(symptoms);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("ALR-007 episode of " + rule.id() + " must have evidence but had none");
        }
    }
}
