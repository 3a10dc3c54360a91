package io.maimen.alerting.rule;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.code.BilingualText;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A rule for one patient: each measurement is judged by the limit that was in force when it was measured, the patient's own
 * or the pack's. Immutable.
 *
 * @param general the rule as the pack has it
 * @param own for this rule and fitting it; none for most patients
 */
public record PatientRule(LimitRule general, List<OwnLimit> own) implements AlertRule {
    public PatientRule {
        requireNonNull(general, "general");
        own = List.copyOf(own);
    }

    /** The rule with those of a patient's limits that are for it; one that does not fit the rule any more does not count. */
    public static PatientRule of(LimitRule general, Collection<OwnLimit> own) {
        return new PatientRule(
                general,
                own.stream()
                        .filter(limit -> limit.rule().equals(general.id())
                                && general.withLimits(limit.raise()).isPresent())
                        .toList());
    }

    /** The rule by which a measurement of this moment is judged. */
    public LimitRule at(Instant measuredAt) {
        return ownLimit(measuredAt)
                .flatMap(limit -> general.withLimits(limit.raise()))
                .orElse(general);
    }

    @Override
    public Optional<OwnLimit> ownLimit(Instant measuredAt) {
        return OwnLimit.inForce(own, general.id(), measuredAt);
    }

    @Override
    public boolean isRaisedBy(Measurement measurement) {
        return at(measurement.measuredAt()).isRaisedBy(measurement);
    }

    @Override
    public boolean isClearedBy(Measurement measurement) {
        return at(measurement.measuredAt()).isClearedBy(measurement);
    }

    /** In the pack's bounds, so that what was measured under different limits has one scale. */
    @Override
    public int compareSeverity(Measurement a, Measurement b) {
        return general.compareSeverity(a, b);
    }

    @Override
    public Reading worst(Measurement measurement) {
        return general.worst(measurement);
    }

    @Override
    public String id() {
        return general.id();
    }

    @Override
    public Priority priority() {
        return general.priority();
    }

    @Override
    public BilingualText text() {
        return general.text();
    }

    @Override
    public BilingualText firstAction() {
        return general.firstAction();
    }

    @Override
    public String source() {
        return general.source();
    }

    @Override
    public String limitText() {
        return general.limitText();
    }

    @Override
    public Proof proof() {
        return general.proof();
    }

    @Override
    public Optional<Duration> acknowledgeWithin() {
        return general.acknowledgeWithin();
    }
}
