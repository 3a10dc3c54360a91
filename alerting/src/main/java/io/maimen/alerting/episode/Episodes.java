package io.maimen.alerting.episode;

import io.maimen.alerting.rule.AlertRule;
import io.maimen.alerting.rule.Reading;
import io.maimen.alerting.rule.RuleFamily;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds episodes. The result depends on the set of readings only, not on their order, batches or repetitions. */
public final class Episodes {
    private final RuleFamily family;
    private final List<Episode> ended = new ArrayList<>();
    private final List<Reading> evidence = new ArrayList<>();
    private Optional<AlertRule> present = Optional.empty();

    private Episodes(RuleFamily family) {
        this.family = family;
    }

    /** The episodes of one rule. @see #of(RuleFamily, Collection) */
    public static List<Episode> of(AlertRule rule, Collection<Reading> sameSubject) {
        return of(RuleFamily.of(rule), sameSubject);
    }

    /**
     * The episodes of a family, earliest first; they do not overlap, and each is of the most severe rule that was proved.
     *
     * <p>Of readings of one moment the more severe counts as the later one, so that a condition is not ended by what was
     * measured together with its proof.
     *
     * @param sameSubject readings of one subject, in any order; of two with the same id and code the earlier arrived counts
     */
    public static List<Episode> of(RuleFamily family, Collection<Reading> sameSubject) {
        Episodes episodes = new Episodes(family);
        once(sameSubject).stream()
                .sorted(Comparator.comparing(Reading::measuredAt)
                        .thenComparing(family::rank)
                        .thenComparing(reading -> reading.id().hex())
                        .thenComparing(reading -> reading.code().toString()))
                .forEach(episodes::take);
        episodes.finish(Optional.empty());
        return List.copyOf(episodes.ended);
    }

    private static Collection<Reading> once(Collection<Reading> readings) {
        Comparator<Reading> earlierArrived = Comparator.comparing(Reading::admittedAt)
                .thenComparing(Reading::receivedAt)
                .thenComparing(Reading::measuredAt);
        Map<String, Reading> byId = new HashMap<>();
        for (Reading reading : readings) {
            byId.merge(
                    reading.id().hex() + reading.code(), reading, (a, b) -> earlierArrived.compare(a, b) <= 0 ? a : b);
        }
        return byId.values();
    }

    private void take(Reading reading) {
        Optional<AlertRule> raised = family.mostSevereRaisedBy(reading);
        if (present.isPresent()) {
            AlertRule rule = present.get();
            if (raised.filter(other -> family.isMoreSevere(other, rule)).isPresent()) {
                end(reading.measuredAt(), EpisodeEnd.Reason.SUPERSEDED);
            } else if (rule.isClearedBy(reading)) {
                end(reading.measuredAt(), EpisodeEnd.Reason.CLEARED);
            } else if (rule.isRaisedBy(reading)) {
                evidence.add(reading);
            }
        }
        if (present.isEmpty() && raised.isPresent()) {
            present = raised;
            evidence.add(reading);
        }
    }

    private void end(Instant at, EpisodeEnd.Reason reason) {
        finish(Optional.of(new EpisodeEnd(at, reason)));
    }

    private void finish(Optional<EpisodeEnd> end) {
        present.ifPresent(rule -> ended.add(new Episode(rule, evidence, end)));
        present = Optional.empty();
        evidence.clear();
    }
}
