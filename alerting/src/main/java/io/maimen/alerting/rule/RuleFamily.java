package io.maimen.alerting.rule;

import java.util.List;
import java.util.Optional;

/**
 * Rules of which one speaks at a time: the most severe whose condition is there. Immutable.
 *
 * @param rules from the least to the most severe; at least one
 */
public record RuleFamily(List<AlertRule> rules) {
    public RuleFamily {
        rules = List.copyOf(rules);
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("ALR-006 family must have a rule but had none");
        }
    }

    /** A rule that has no lesser or greater kin. */
    public static RuleFamily of(AlertRule rule) {
        return new RuleFamily(List.of(rule));
    }

    /** The most severe rule {@code reading} raises. */
    public Optional<AlertRule> mostSevereRaisedBy(Reading reading) {
        int rank = rank(reading);
        return rank < 0 ? Optional.empty() : Optional.of(rules.get(rank));
    }

    /** The place of that rule in {@link #rules}, or −1 where the reading raises none. */
    public int rank(Reading reading) {
        for (int i = rules.size() - 1; i >= 0; i--) {
            if (rules.get(i).isRaisedBy(reading)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether {@code a} is a more severe rule of this family than {@code b}. */
    public boolean isMoreSevere(AlertRule a, AlertRule b) {
        return rules.indexOf(a) > rules.indexOf(b);
    }
}
