package io.maimen.alerting.episode;

import io.maimen.alerting.rule.AlertRule;
import io.maimen.alerting.rule.Measurement;
import io.maimen.alerting.rule.Proof;
import io.maimen.alerting.rule.Reading;
import io.maimen.alerting.rule.RuleFamily;
import io.maimen.observation.ObservationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a measurement over a limit is proof enough, given the symptoms of all time and the measurements before it. Told of
 * measurements in order of time; confined to one walk.
 */
final class Proofs {
    private final RuleFamily family;
    private final List<Reading> findings;
    /** For each rule, what met its limits since something cleared them. */
    private final Map<AlertRule, List<Measurement>> unanswered = new HashMap<>();

    Proofs(RuleFamily family, Collection<Reading> sameSubject) {
        this.family = family;
        this.findings = sameSubject.stream()
                .filter(reading -> reading.finding().isPresent())
                .toList();
    }

    boolean isProvedBy(AlertRule rule, Measurement measurement) {
        if (!rule.isRaisedBy(measurement)) {
            return false;
        }
        if (rule.proof() instanceof Proof.Repeated) {
            return !confirmedBy(rule, measurement).isEmpty();
        }
        return !(rule.proof() instanceof Proof.WithSymptom)
                || !symptoms(rule, measurement).isEmpty();
    }

    /** The earlier ones that {@code measurement} confirms; none where the rule asks for no repeat. */
    List<Measurement> confirmedBy(AlertRule rule, Measurement measurement) {
        if (!(rule.proof() instanceof Proof.Repeated repeat)) {
            return List.of();
        }
        return unanswered.getOrDefault(rule, List.of()).stream()
                .filter(earlier -> {
                    Duration apart = Duration.between(earlier.measuredAt(), measurement.measuredAt());
                    return apart.compareTo(repeat.after()) >= 0 && apart.compareTo(repeat.within()) <= 0;
                })
                .toList();
    }

    /** The observations of symptoms that make {@code measurement} more urgent; none where the rule knows of none. */
    List<ObservationId> symptoms(AlertRule rule, Measurement measurement) {
        if (!(rule.proof() instanceof Proof.WithSymptom symptom)) {
            return List.of();
        }
        return findings.stream()
                .filter(finding ->
                        finding.finding().filter(symptom.symptoms()::contains).isPresent())
                .filter(finding -> Duration.between(finding.measuredAt(), measurement.measuredAt())
                                .abs()
                                .compareTo(symptom.within())
                        <= 0)
                .map(Reading::id)
                .toList();
    }

    /** To be told of every measurement after it was judged. */
    void remember(Measurement measurement) {
        for (AlertRule rule : family.rules()) {
            if (rule.proof() instanceof Proof.Repeated) {
                List<Measurement> kept = unanswered.computeIfAbsent(rule, any -> new ArrayList<>());
                if (rule.isClearedBy(measurement)) {
                    kept.clear();
                } else if (rule.isRaisedBy(measurement)) {
                    kept.add(measurement);
                }
            }
        }
    }
}
