package io.maimen.alerting.review;

import static java.util.Objects.requireNonNull;

import io.maimen.alerting.episode.EpisodeEnd;
import io.maimen.alerting.rule.Measurement;
import io.maimen.alerting.rule.Priority;
import io.maimen.alerting.rule.Reading;
import io.maimen.alerting.rule.Subject;
import io.maimen.observation.ObservationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A condition that a person must look at. Two axes that do not move each other: {@link #condition} follows the readings,
 * {@link #state} follows people. Immutable.
 *
 * @param subject whom it is about; fixed when it opened
 * @param measured the most severe of the measurements behind it (the earliest of equals)
 * @param shown its worst number
 * @param evidence ids of all readings behind it, symptoms and {@code measured} among them
 * @param openedAt by the clock of whoever assessed
 * @param dueAt until when somebody should have acknowledged it
 * @param late true while every reading behind it arrived late: shown, but calls nobody
 * @param ended empty while the condition is present
 * @param reviews none, the first, or the first and the second; never two by one person
 */
public record Alert(
        AlertId id,
        RuleRef rule,
        Priority priority,
        Subject subject,
        Measurement measured,
        Reading shown,
        Set<ObservationId> evidence,
        Instant openedAt,
        Instant dueAt,
        boolean late,
        Optional<EpisodeEnd> ended,
        Optional<Handling> acknowledged,
        List<Review> reviews,
        Optional<Handling> closed) {

    /** How many doctors must have looked before an alert may be closed. */
    public static final int REVIEWS = 2;

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
        if (!measured.readings().contains(shown) || shown.simulated() != subject.simulated()) {
            throw new IllegalArgumentException("ALR-014 reading shown must be one of " + subject.key() + " but was "
                    + shown.value() + (shown.simulated() ? ", simulated" : ""));
        }
        reviews = List.copyOf(reviews);
        if (!reviews.isEmpty() && acknowledged.isEmpty()) {
            throw new IllegalArgumentException("ALR-012 alert must be acknowledged before it is reviewed but was new");
        }
        long reviewers = reviews.stream().map(Review::by).distinct().count();
        if (reviewers < reviews.size()
                || reviews.size() > REVIEWS
                || (closed.isPresent() && reviews.size() < REVIEWS)) {
            throw new IllegalArgumentException(
                    "ALR-016 alert must be reviewed by two different people before it is closed but was by "
                            + reviews.stream().map(Review::by).toList());
        }
    }

    public AlertState state() {
        if (closed.isPresent()) {
            return AlertState.CLOSED;
        }
        return switch (reviews.size()) {
            case 0 -> acknowledged.isPresent() ? AlertState.ACKNOWLEDGED : AlertState.NEW;
            case 1 -> AlertState.FIRST_REVIEWED;
            default -> AlertState.SECOND_REVIEWED;
        };
    }

    public AlertCondition condition() {
        return ended.isPresent() ? AlertCondition.ENDED : AlertCondition.PRESENT;
    }

    public boolean isOpen() {
        return closed.isEmpty();
    }

    /** The same alert with its condition over. */
    public Alert withEnd(EpisodeEnd end) {
        return withFindings(measured, shown, evidence, late, Optional.of(end));
    }

    /** The same alert after readings were judged again; what people did stays. */
    public Alert withFindings(
            Measurement nowMeasured,
            Reading nowShown,
            Set<ObservationId> nowEvidence,
            boolean nowLate,
            Optional<EpisodeEnd> nowEnded) {
        return new Alert(
                id,
                rule,
                priority,
                subject,
                nowMeasured,
                nowShown,
                nowEvidence,
                openedAt,
                dueAt,
                nowLate,
                nowEnded,
                acknowledged,
                reviews,
                closed);
    }

    Alert withAcknowledged(Handling handling) {
        return handled(Optional.of(handling), reviews, closed);
    }

    Alert withReview(Review review) {
        return handled(
                acknowledged, Stream.concat(reviews.stream(), Stream.of(review)).toList(), closed);
    }

    Alert withClosed(Handling handling) {
        return handled(acknowledged, reviews, Optional.of(handling));
    }

    private Alert handled(Optional<Handling> nowAcknowledged, List<Review> nowReviews, Optional<Handling> nowClosed) {
        return new Alert(
                id,
                rule,
                priority,
                subject,
                measured,
                shown,
                evidence,
                openedAt,
                dueAt,
                late,
                ended,
                nowAcknowledged,
                nowReviews,
                nowClosed);
    }
}
