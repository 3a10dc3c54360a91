package io.maimen.alerting.episode;

import io.maimen.alerting.rule.AlertRule;
import io.maimen.alerting.rule.Measurement;
import io.maimen.alerting.rule.Proof;
import io.maimen.alerting.rule.Reading;
import io.maimen.alerting.rule.RuleFamily;
import io.maimen.observation.ObservationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds episodes. The result depends on the set of readings only, not on their order, batches or repetitions. */
public final class Episodes {
    private final RuleFamily family;
    private final Proofs proofs;
    private final List<Episode> ended = new ArrayList<>();
    private final List<Measurement> evidence = new ArrayList<>();
    private final Set<ObservationId> symptoms = new LinkedHashSet<>();
    private Optional<AlertRule> present = Optional.empty();
    private Instant start = Instant.MIN;

    private Episodes(RuleFamily family, Collection<Reading> sameSubject) {
        this.family = family;
        this.proofs = new Proofs(family, sameSubject);
    }

    /** The episodes of one rule. @see #of(RuleFamily, Collection) */
    public static List<Episode> of(AlertRule rule, Collection<Reading> sameSubject) {
        return of(RuleFamily.of(rule), sameSubject);
    }

    /**
     * The episodes of a family, by their starts; they do not overlap, and each is of the most severe rule that was proved.
     *
     * <p>Of measurements of one moment the more severe counts as the later one, so that a condition is not ended by what was
     * measured together with its proof.
     *
     * @param sameSubject readings of one subject, symptoms among them, in any order; of two with the same id and code the
     *     earlier arrived counts
     */
    public static List<Episode> of(RuleFamily family, Collection<Reading> sameSubject) {
        Episodes episodes = new Episodes(family, sameSubject);
        Measurement.of(sameSubject).stream()
                .sorted(Comparator.comparing(Measurement::measuredAt)
                        .thenComparing(family::rank)
                        .thenComparing(measurement -> measurement.id().hex()))
                .forEach(episodes::take);
        episodes.finish(Optional.empty());
        return List.copyOf(episodes.ended);
    }

    private void take(Measurement measurement) {
        Optional<AlertRule> proved = family.mostSevere(rule -> proofs.isProvedBy(rule, measurement));
        if (present.isPresent()) {
            AlertRule rule = present.get();
            if (proved.filter(other -> family.isMoreSevere(other, rule)).isPresent()) {
                end(measurement.measuredAt(), EpisodeEnd.Reason.SUPERSEDED);
            } else if (rule.isClearedBy(measurement)) {
                boolean isAnswer = rule.proof() instanceof Proof.Unconfirmed;
                end(measurement.measuredAt(), isAnswer ? EpisodeEnd.Reason.NOT_CONFIRMED : EpisodeEnd.Reason.CLEARED);
            } else if (rule.isRaisedBy(measurement)) {
                add(rule, measurement);
            }
        }
        if (present.isEmpty() && proved.isPresent()) {
            present = proved;
            start = measurement.measuredAt();
            evidence.addAll(proofs.confirmedBy(proved.get(), measurement));
            add(proved.get(), measurement);
        }
        proofs.remember(measurement);
    }

    private void add(AlertRule rule, Measurement measurement) {
        evidence.add(measurement);
        symptoms.addAll(proofs.symptoms(rule, measurement));
    }

    private void end(Instant at, EpisodeEnd.Reason reason) {
        finish(Optional.of(new EpisodeEnd(at, reason)));
    }

    private void finish(Optional<EpisodeEnd> end) {
        present.ifPresent(rule -> ended.add(new Episode(rule, start, evidence, symptoms, end)));
        present = Optional.empty();
        evidence.clear();
        symptoms.clear();
    }
}
