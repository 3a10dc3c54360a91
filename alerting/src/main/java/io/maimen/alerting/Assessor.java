package io.maimen.alerting;

import static java.util.Objects.requireNonNull;

import io.maimen.alerting.episode.Episode;
import io.maimen.alerting.episode.Episodes;
import io.maimen.alerting.pack.RulePack;
import io.maimen.alerting.review.Alert;
import io.maimen.alerting.review.RuleRef;
import io.maimen.alerting.rule.AlertRule;
import io.maimen.alerting.rule.Reading;
import io.maimen.alerting.rule.RuleFamily;
import io.maimen.alerting.rule.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Judges readings against a rule pack and says which alerts to insert or update. Pure and idempotent: judging again with
 * its own output among {@code known} changes nothing. Immutable, thread-safe.
 *
 * <p>It opens alerts and follows their condition. It never acknowledges, closes, or changes a closed one.
 */
public final class Assessor {
    private final RulePack pack;
    private final List<RuleFamily> families;

    public Assessor(RulePack pack) {
        this.pack = requireNonNull(pack, "pack");
        this.families = pack.families();
    }

    /**
     * Judges again all that is known about one subject or several.
     *
     * @param history every stored reading of these subjects, in any order; duplicates count once
     * @param known every alert of these subjects, closed ones too: they hold the evidence that is dealt with
     * @param now becomes {@code openedAt} of what opens
     * @return alerts to insert, or to put in place of the known one with the same id; empty when nothing changes. At most
     *     one alert per subject and rule is open afterwards
     */
    public List<Alert> assess(Collection<Reading> history, Collection<Alert> known, Instant now) {
        Map<Subject, List<Reading>> bySubject = history.stream()
                .collect(Collectors.groupingBy(Reading::subject, LinkedHashMap::new, Collectors.toList()));
        List<Alert> changes = new ArrayList<>();
        bySubject.forEach((subject, readings) -> {
            List<Alert> alerts = known.stream()
                    .filter(alert -> alert.subject().equals(subject))
                    .toList();
            families.forEach(family -> assess(family, readings, alerts, now, changes));
        });
        return List.copyOf(changes);
    }

    private void assess(
            RuleFamily family, List<Reading> readings, List<Alert> known, Instant now, List<Alert> changes) {
        List<Episode> episodes = Episodes.of(family, readings);
        for (AlertRule rule : family.rules()) {
            RuleRef ref = RuleRef.of(pack.id(), pack.version(), rule);
            List<Episode> found = episodes.stream()
                    .filter(episode -> episode.rule().equals(rule))
                    .toList();
            List<Alert> sameRule =
                    known.stream().filter(alert -> alert.rule().isSameRule(ref)).toList();
            new RuleCase(pack, rule, ref, found, sameRule).change(readings, now).ifPresent(changes::add);
        }
    }
}
