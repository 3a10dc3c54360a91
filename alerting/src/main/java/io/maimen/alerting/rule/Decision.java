package io.maimen.alerting.rule;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Who decided that a patient's limit is not the pack's, and for what is measured when. Immutable.
 *
 * @param by a person's name in this house; not blank
 * @param reason not blank
 * @param from the first moment of measurement it speaks of
 * @param until the first it no longer speaks of; not after {@code from}: it takes back what was decided before
 */
public record Decision(String by, String reason, Instant from, Instant until) {
    public Decision {
        requireNonNull(from, "from");
        requireNonNull(until, "until");
        if (by.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException(
                    "ALR-031 decision must name its author and reason but was by '" + by + "': '" + reason + "'");
        }
    }

    /** Whether it was made for what is measured then, be it over by then or not. */
    boolean wasMadeBy(Instant measuredAt) {
        return !measuredAt.isBefore(from);
    }

    boolean isOverAt(Instant measuredAt) {
        return !measuredAt.isBefore(until);
    }
}
