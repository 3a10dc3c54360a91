package io.maimen.alerting.rule;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One patient's limit in the place of a rule's. Immutable.
 *
 * @param rule the rule's id
 * @param raise one limit for each quantity of the rule, in the rule's order
 */
public record OwnLimit(String rule, List<Limit> raise, Decision decision) {
    public OwnLimit {
        requireNonNull(rule, "rule");
        requireNonNull(decision, "decision");
        raise = List.copyOf(raise);
        if (raise.isEmpty()) {
            throw new IllegalArgumentException("ALR-032 own limit for " + rule + " must have a bound but had none");
        }
    }

    /**
     * The one that judges what is measured then: of those for a rule the one decided last, unless it is over. One that is
     * over does not give way to an older one, but to the pack's.
     *
     * @param own of one patient, for any rules
     */
    public static Optional<OwnLimit> inForce(Collection<OwnLimit> own, String rule, Instant measuredAt) {
        return own.stream()
                .filter(limit -> limit.rule.equals(rule) && limit.decision.wasMadeBy(measuredAt))
                .max(Comparator.comparing(limit -> limit.decision.from()))
                .filter(limit -> !limit.decision.isOverAt(measuredAt));
    }

    /** As doctors read it: {@code ≥ 180/110 mm[Hg]}. */
    public String text() {
        return Limit.text(raise);
    }
}
