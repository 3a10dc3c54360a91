package io.maimen.alerting.review;

import static java.util.Objects.requireNonNull;

import io.maimen.alerting.episode.EpisodeEnd;
import io.maimen.alerting.rule.Priority;
import io.maimen.alerting.rule.Reading;
import io.maimen.alerting.rule.Subject;
import io.maimen.observation.ObservationId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A condition that a person must look at. Two axes that do not move each other: {@link #condition} follows the readings,
 * {@link #state} follows people. Immutable.
 *
 * @param subject whom it is about; fixed when it opened
 * @param shown the most severe of the readings behind it (the earliest of equals)
 * @param evidence ids of all readings behind it, {@code shown} among them
 * @param openedAt by the clock of whoever assessed
 * @param dueAt until when somebody should have acknowledged it
 * @param late true while every reading behind it arrived late: shown, but calls nobody
 * @param ended empty while the condition is present
 */
public record Alert(
        AlertId id,
        RuleRef rule,
        Priority priority,
        Subject subject,
        Reading shown,
        Set<ObservationId> evidence,
        Instant openedAt,
        Instant dueAt,
        boolean late,
        Optional<EpisodeEnd> ended,
        Optional<Handling> acknowledged,
        Optional<Handling> closed) {

    public Alert {
        requireNonNull(id, "id");
        requireNonNull(rule, "rule");
        requireNonNull(priority, "priority");
        requireNonNull(subject, "subject");
        requireNonNull(shown, "shown");
        requireNonNull(openedAt, "openedAt");
        requireNonNull(dueAt, "dueAt");
        requireNonNull(ended, "ended");
        requireNonNull(acknowledged, "acknowledged");
        requireNonNull(closed, "closed");
        evidence = Set.copyOf(evidence);
        if (!evidence.contains(shown.id())) {
            throw new IllegalArgumentException("ALR-011 evidence must hold the reading shown but lacks "
                    + shown.id().hex());
        }
        if (shown.number().isEmpty() || shown.simulated() != subject.simulated()) {
            throw new IllegalArgumentException("ALR-014 reading shown must be a number of " + subject.key()
                    + " but was " + shown.value() + (shown.simulated() ? ", simulated" : ""));
        }
        if (closed.isPresent() && acknowledged.isEmpty()) {
            throw new IllegalArgumentException("ALR-012 alert must be acknowledged before it is closed but was new");
        }
    }

    public AlertState state() {
        if (closed.isPresent()) {
            return AlertState.CLOSED;
        }
        return acknowledged.isPresent() ? AlertState.ACKNOWLEDGED : AlertState.NEW;
    }

    public AlertCondition condition() {
        return ended.isPresent() ? AlertCondition.ENDED : AlertCondition.PRESENT;
    }

    public boolean isOpen() {
        return closed.isEmpty();
    }

    /** The same alert after readings were judged again; what people did stays. */
    public Alert withFindings(
            Reading nowShown, Set<ObservationId> nowEvidence, boolean nowLate, Optional<EpisodeEnd> nowEnded) {
        return new Alert(
                id,
                rule,
                priority,
                subject,
                nowShown,
                nowEvidence,
                openedAt,
                dueAt,
                nowLate,
                nowEnded,
                acknowledged,
                closed);
    }

    Alert withAcknowledged(Handling handling) {
        return new Alert(
                id,
                rule,
                priority,
                subject,
                shown,
                evidence,
                openedAt,
                dueAt,
                late,
                ended,
                Optional.of(handling),
                closed);
    }

    Alert withClosed(Handling handling) {
        return new Alert(
                id,
                rule,
                priority,
                subject,
                shown,
                evidence,
                openedAt,
                dueAt,
                late,
                ended,
                acknowledged,
                Optional.of(handling));
    }
}
