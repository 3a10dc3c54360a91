package io.maimen.alerting;

import io.maimen.alerting.episode.Episode;
import io.maimen.alerting.episode.EpisodeEnd;
import io.maimen.alerting.pack.RulePack;
import io.maimen.alerting.review.Alert;
import io.maimen.alerting.review.AlertId;
import io.maimen.alerting.review.RuleRef;
import io.maimen.alerting.rule.AlertRule;
import io.maimen.alerting.rule.Measurement;
import io.maimen.alerting.rule.Reading;
import io.maimen.alerting.rule.Subject;
import io.maimen.observation.ObservationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One rule about one subject: the episodes found, the alerts known, and what follows.
 *
 * <p>A closed alert deals with its own evidence for good, and with what was measured up to its closing in the same
 * episode and is not worse than what it showed; one that had lost its proof to another subject deals with nothing. All other evidence is fresh: it joins the open alert, or opens one.
 */
record RuleCase(
        Subject subject, RulePack pack, AlertRule rule, RuleRef ref, List<Episode> episodes, List<Alert> known) {

    /** The alert to insert or update; empty when all is as known. */
    Optional<Alert> change(Collection<Reading> readings, Instant now) {
        Optional<Alert> open = known.stream()
                .filter(Alert::isOpen)
                .min(Comparator.comparing(Alert::openedAt)
                        .thenComparing(alert -> alert.id().hex()));
        List<Episode> fresh = episodes.stream()
                .filter(episode -> freshEvidence(episode).findAny().isPresent())
                .toList();
        if (fresh.isEmpty()) {
            return open.flatMap(alert -> withdrawn(alert, readings));
        }
        Alert base = open.orElseGet(() -> opened(fresh.get(0), now));
        return Optional.of(updated(base, fresh, readings)).filter(alert -> open.isEmpty() || !alert.equals(open.get()));
    }

    private Alert opened(Episode episode, Instant now) {
        Measurement first = freshEvidence(episode).findFirst().orElseThrow();
        int round = Math.toIntExact(known.stream()
                .filter(RuleCase::wasReassigned)
                .filter(alert -> !alert.isOpen() && alert.evidence().contains(first.id()))
                .count());
        Duration within = rule.acknowledgeWithin()
                .orElseGet(() -> pack.acknowledgeWithin().get(rule.priority()));
        RuleRef told = rule.ownLimit(first.measuredAt()).map(ref::under).orElse(ref);
        return new Alert(
                AlertId.derive(ref, subject, first.id(), round),
                told,
                rule.priority(),
                subject,
                first,
                rule.worst(first),
                Set.of(first.id()),
                now,
                now.plus(within),
                isLate(first),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /** What has become another subject's is neither shown any more nor among the evidence. */
    private Alert updated(Alert alert, List<Episode> fresh, Collection<Reading> readings) {
        List<Measurement> evidence = fresh.stream().flatMap(this::freshEvidence).toList();
        Set<ObservationId> ours = ids(readings);
        Measurement worst = Stream.concat(Stream.of(alert.measured()), evidence.stream())
                .filter(measurement -> ours.contains(measurement.id()))
                .max(mildestFirst())
                .orElseThrow();
        Set<ObservationId> ids = new HashSet<>(alert.evidence());
        ids.retainAll(ours);
        evidence.forEach(measurement -> ids.add(measurement.id()));
        fresh.forEach(episode -> ids.addAll(episode.symptoms()));
        boolean late = alert.late() && evidence.stream().allMatch(this::isLate);
        return alert.withFindings(
                worst, rule.worst(worst), ids, late, fresh.get(fresh.size() - 1).end());
    }

    /** Later knowledge has taken the episode away: its proof is another subject's, or another rule speaks for that time. */
    private static Optional<Alert> withdrawn(Alert alert, Collection<Reading> readings) {
        if (!ids(readings).containsAll(alert.evidence())) {
            EpisodeEnd end = new EpisodeEnd(alert.shown().measuredAt(), EpisodeEnd.Reason.REASSIGNED);
            return wasReassigned(alert) ? Optional.empty() : Optional.of(alert.withEnd(end));
        }
        if (alert.ended().isPresent()) {
            return Optional.empty();
        }
        return readings.stream()
                .filter(reading -> alert.evidence().contains(reading.id()))
                .map(Reading::measuredAt)
                .max(Comparator.naturalOrder())
                .map(at -> alert.withEnd(new EpisodeEnd(at, EpisodeEnd.Reason.SUPERSEDED)));
    }

    private static Set<ObservationId> ids(Collection<Reading> readings) {
        return readings.stream().map(Reading::id).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean wasReassigned(Alert alert) {
        return alert.ended()
                .filter(end -> end.reason() == EpisodeEnd.Reason.REASSIGNED)
                .isPresent();
    }

    private boolean isLate(Measurement measurement) {
        return pack.paging().isLate(measurement.readings().get(0));
    }

    private Stream<Measurement> freshEvidence(Episode episode) {
        Set<ObservationId> ids =
                episode.evidence().stream().map(Measurement::id).collect(Collectors.toUnmodifiableSet());
        List<Alert> closedOnIt = known.stream()
                .filter(alert -> !alert.isOpen() && !wasReassigned(alert))
                .filter(alert -> alert.evidence().stream().anyMatch(ids::contains))
                .toList();
        return episode.evidence().stream()
                .filter(measurement -> closedOnIt.stream().noneMatch(closed -> isDealtWith(measurement, closed)));
    }

    private boolean isDealtWith(Measurement measurement, Alert closed) {
        boolean measuredBefore = closed.closed()
                .filter(closing -> !measurement.measuredAt().isAfter(closing.at()))
                .isPresent();
        return closed.evidence().contains(measurement.id())
                || (measuredBefore && rule.compareSeverity(measurement, closed.measured()) <= 0);
    }

    private Comparator<Measurement> mildestFirst() {
        Comparator<Measurement> latestFirst = Comparator.comparing(Measurement::measuredAt)
                .thenComparing(measurement -> measurement.id().hex())
                .reversed();
        Comparator<Measurement> severity = rule::compareSeverity;
        return severity.thenComparing(latestFirst);
    }
}
