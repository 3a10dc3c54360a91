package io.maimen.alerting.rule;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.code.BilingualText;

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
    public boolean isRaisedBy(Reading reading) {
        return units.concerns(reading) && !units.accepts(reading);
    }

    @Override
    public boolean isClearedBy(Reading reading) {
        return units.concerns(reading) && units.accepts(reading);
    }

    /** One unknown unit is as bad as another. */
    @Override
    public int compareSeverity(Reading a, Reading b) {
        return 0;
    }
}
