package io.maimen.alerting.rule;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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

    /** The same rules for one patient, in the same order. */
    public RuleFamily with(Collection<OwnLimit> own) {
        return new RuleFamily(rules.stream()
                .map(rule -> rule instanceof LimitRule general ? PatientRule.of(general, own) : rule)
                .toList());
    }

    /** The most severe rule of which {@code isTrue}. */
    public Optional<AlertRule> mostSevere(Predicate<AlertRule> isTrue) {
        return rules.stream().filter(isTrue).reduce((milder, severer) -> severer);
    }

    /** The place in {@link #rules} of the most severe rule whose limits {@code measurement} meets, or −1 where it meets none. */
    public int rank(Measurement measurement) {
        return mostSevere(rule -> rule.isRaisedBy(measurement))
                .map(rules::indexOf)
                .orElse(-1);
    }

    /** Whether {@code a} is a more severe rule of this family than {@code b}. */
    public boolean isMoreSevere(AlertRule a, AlertRule b) {
        return rules.indexOf(a) > rules.indexOf(b);
    }
}
