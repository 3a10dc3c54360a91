package io.maimen.alerting;

import static java.util.Objects.requireNonNull;

import io.maimen.alerting.episode.Episode;
import io.maimen.alerting.episode.Episodes;
import io.maimen.alerting.pack.RulePack;
import io.maimen.alerting.review.Alert;
import io.maimen.alerting.review.RuleRef;
import io.maimen.alerting.rule.AlertRule;
import io.maimen.alerting.rule.OwnLimit;
import io.maimen.alerting.rule.Reading;
import io.maimen.alerting.rule.RuleFamily;
import io.maimen.alerting.rule.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges readings against rule packs and says which alerts to insert or update. Pure and idempotent: judging again with
 * its own output among {@code known} changes nothing. Immutable, thread-safe.
 *
 * <p>It opens alerts and follows their condition. It never acknowledges, closes, or changes a closed one.
 */
public final class Assessor {
    private final Map<RulePack, List<RuleFamily>> packs;

    private Assessor(Map<RulePack, List<RuleFamily>> packs) {
        this.packs = packs;
    }

    /** Judges by every one of {@code packs}; their ids differ. */
    public Assessor(Collection<RulePack> packs) {
        this(new LinkedHashMap<>());
        packs.forEach(pack -> this.packs.put(pack, pack.families()));
        if (packs.stream().map(RulePack::id).distinct().count() < packs.size()) {
            throw new IllegalArgumentException("ALR-015 packs must have ids of their own but were "
                    + packs.stream().map(RulePack::id).toList());
        }
    }

    /** The one who judges a patient with limits of their own, each reading by what was in force when it was measured. */
    public Assessor with(Collection<OwnLimit> own) {
        if (own.isEmpty()) {
            return this;
        }
        Map<RulePack, List<RuleFamily>> patients = new LinkedHashMap<>();
        packs.forEach((pack, families) -> patients.put(
                pack, families.stream().map(family -> family.with(own)).toList()));
        return new Assessor(patients);
    }

    /**
     * Judges again all that is known about a subject.
     *
     * @param readings everything that is the subject's now, in any order; duplicates count once. An alert whose proof is no
     *     longer among them ends as {@code REASSIGNED}
     * @param known every alert of the subject, closed ones too: they hold the evidence that is dealt with
     * @param now becomes {@code openedAt} of what opens
     * @return alerts to insert, or to put in place of the known one with the same id; empty when nothing changes. At most
     *     one alert per subject and rule is open afterwards
     */
    public List<Alert> assess(Subject subject, Collection<Reading> readings, Collection<Alert> known, Instant now) {
        requireNonNull(subject, "subject");
        List<Alert> changes = new ArrayList<>();
        packs.forEach((pack, families) -> families.forEach(family -> {
            List<Episode> episodes = Episodes.of(family, readings);
            for (AlertRule rule : family.rules()) {
                ruleCase(subject, pack, rule, episodes, known)
                        .change(readings, now)
                        .ifPresent(changes::add);
            }
        }));
        return List.copyOf(changes);
    }

    private static RuleCase ruleCase(
            Subject subject, RulePack pack, AlertRule rule, List<Episode> episodes, Collection<Alert> known) {
        RuleRef ref = RuleRef.of(pack.id(), pack.version(), rule);
        return new RuleCase(
                subject,
                pack,
                rule,
                ref,
                episodes.stream().filter(episode -> episode.rule().equals(rule)).toList(),
                known.stream()
                        .filter(alert ->
                                alert.subject().equals(subject) && alert.rule().isSameRule(ref))
                        .toList());
    }
}
