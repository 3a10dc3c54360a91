package io.maimen.alerting.pack;

import static java.util.Objects.requireNonNull;

import io.maimen.alerting.paging.Paging;
import io.maimen.alerting.rule.LimitRule;
import io.maimen.alerting.rule.Priority;
import io.maimen.alerting.rule.RuleFamily;
import io.maimen.alerting.rule.UnitRule;
import io.maimen.observation.code.BilingualText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A named, versioned set of rules with its sources: every number that decides about an alert is here. Immutable.
 *
 * @param id the same in every version
 * @param version from 1; a new one for every change
 * @param acknowledgeWithin for every priority
 * @param rules limits; checked by {@link RulePackReader}, which is how a pack comes to be
 * @param unitRules one for every quantity that has limits
 */
public record RulePack(
        String id,
        int version,
        BilingualText title,
        String source,
        SignOff signOff,
        Paging paging,
        Map<Priority, Duration> acknowledgeWithin,
        List<LimitRule> rules,
        List<UnitRule> unitRules) {

    public RulePack {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(source, "source");
        requireNonNull(signOff, "signOff");
        requireNonNull(paging, "paging");
        acknowledgeWithin = Map.copyOf(acknowledgeWithin);
        rules = List.copyOf(rules);
        unitRules = List.copyOf(unitRules);
    }

    /** Rules of which one speaks at a time, each family from the least to the most severe; unit rules stand alone. */
    public List<RuleFamily> families() {
        Comparator<LimitRule> severity = (a, b) -> Boolean.compare(a.isMoreSevereThan(b), b.isMoreSevereThan(a));
        List<RuleFamily> families = new ArrayList<>();
        rules.stream()
                .collect(Collectors.groupingBy(LimitRule::family, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(family -> new RuleFamily(
                        List.copyOf(family.stream().sorted(severity).toList())))
                .forEach(families::add);
        unitRules.stream().map(RuleFamily::of).forEach(families::add);
        return List.copyOf(families);
    }
}
