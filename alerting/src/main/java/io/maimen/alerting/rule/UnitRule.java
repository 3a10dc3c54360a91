package io.maimen.alerting.rule;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.code.BilingualText;
import java.time.Duration;
import java.util.Optional;

/**
 * Readings that no limit can judge, because nobody said what their unit means, raise a technical condition instead of
 * passing in silence. Over with the next reading of the quantity in an accepted unit. Immutable.
 */
public record UnitRule(String id, AcceptedUnits units, BilingualText text, BilingualText firstAction, String source)
        implements AlertRule {
    public UnitRule {
        requireNonNull(id, "id");
        requireNonNull(units, "units");
        requireNonNull(text, "text");
        requireNonNull(firstAction, "firstAction");
        requireNonNull(source, "source");
    }

    @Override
    public Priority priority() {
        return Priority.T;
    }

    @Override
    public String limitText() {
        return units.toString();
    }

    @Override
    public Proof proof() {
        return new Proof.Once();
    }

    @Override
    public Optional<Duration> acknowledgeWithin() {
        return Optional.empty();
    }

    @Override
    public boolean isRaisedBy(Measurement measurement) {
        return measurement.readings().stream().anyMatch(reading -> units.concerns(reading) && !units.accepts(reading));
    }

    @Override
    public boolean isClearedBy(Measurement measurement) {
        return measurement.readings().stream().anyMatch(reading -> units.concerns(reading) && units.accepts(reading));
    }

    /** One unknown unit is as bad as another. */
    @Override
    public int compareSeverity(Measurement a, Measurement b) {
        return 0;
    }

    @Override
    public Reading worst(Measurement measurement) {
        return measurement.readings().stream()
                .filter(units::concerns)
                .findFirst()
                .orElse(measurement.readings().get(0));
    }
}
