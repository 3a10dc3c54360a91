package io.maimen.ingest.review;

import io.maimen.alerting.review.Actor;
import io.maimen.alerting.review.Alert;
import io.maimen.alerting.review.AlertCommand;
import io.maimen.alerting.review.AlertId;
import io.maimen.alerting.review.AlertLifeCycle;
import io.maimen.alerting.review.Opinion;
import io.maimen.alerting.review.Transition;
import io.maimen.ingest.audit.Action;
import io.maimen.ingest.audit.Audit;
import io.maimen.ingest.audit.AuditEvent;
import io.maimen.ingest.clinical.AlertHistoryEntry;
import io.maimen.ingest.clinical.AlertRecords;
import io.maimen.ingest.clinical.AlertWords;
import io.maimen.ingest.security.Caller;
import io.maimen.ingest.security.Right;
import io.maimen.ingest.sql.Database;
import java.time.Clock;
import java.util.Optional;

/**
 * Acknowledges, reviews and closes alerts. The life cycle is asked within the writing transaction, so of two people who
 * act on the same alert at once the second is refused. Blocking; thread-safe.
 */
public final class AlertReview {
    private final Database clinical;
    private final Clock clock;
    private final Audit audit;
    private final Runnable alertsChanged;

    /** {@code alertsChanged} is called after each commit. */
    public AlertReview(Database clinical, Clock clock, Audit audit, Runnable alertsChanged) {
        this.clinical = clinical;
        this.clock = clock;
        this.audit = audit;
        this.alertsChanged = alertsChanged;
    }

    /** "I have seen it and take it on"; the reason may be empty. Empty result: no such alert in the caller's scope. */
    public Optional<Transition> acknowledge(AlertId id, Caller who, String reason) {
        return apply(id, who, new AlertCommand.Acknowledge(actor(who), clock.instant(), reason), Action.ACKNOWLEDGED);
    }

    /** The first opinion, or the second; the text may be empty. Empty result: no such alert in the caller's scope. */
    public Optional<Transition> review(AlertId id, Caller who, Opinion opinion, String text) {
        return apply(id, who, new AlertCommand.GiveReview(actor(who), clock.instant(), opinion, text), Action.REVIEWED);
    }

    /** "It is dealt with", and how. Empty result: no such alert in the caller's scope. */
    public Optional<Transition> close(AlertId id, Caller who, String reason) {
        return apply(id, who, new AlertCommand.Close(actor(who), clock.instant(), reason), Action.CLOSED);
    }

    private static Actor actor(Caller who) {
        if (who.may(Right.REVIEW_SECOND)) {
            return Actor.secondReader(who.username());
        }
        return new Actor(who.may(Right.TREAT) ? Actor.Kind.DOCTOR : Actor.Kind.KEEPER, who.username());
    }

    private Optional<Transition> apply(AlertId id, Caller caller, AlertCommand command, Action action) {
        Optional<Transition> result = clinical.writer().inTransaction(handle -> {
            AlertRecords alerts = new AlertRecords(handle);
            Optional<Alert> alert = alerts.find(id, caller.scope());
            Optional<Transition> transition = alert.map(found -> AlertLifeCycle.apply(found, command));
            transition.ifPresent(done -> {
                if (done instanceof Transition.Applied applied) {
                    String detail = detail(command);
                    String who = caller.username();
                    alerts.put(
                            applied.alert(),
                            new AlertHistoryEntry(
                                    command.when(),
                                    who,
                                    AlertWords.of(applied.alert().state()),
                                    detail));
                    audit.add(handle, new AuditEvent(command.when(), who, action, "alert " + id.hex(), detail));
                }
            });
            return transition;
        });
        alertsChanged.run();
        return result;
    }

    /** What the person said, such as {@code refer: chest pain since noon}. */
    private static String detail(AlertCommand command) {
        if (command instanceof AlertCommand.GiveReview review) {
            return AlertWords.of(review.opinion()) + (review.reason().isEmpty() ? "" : ": " + review.reason());
        }
        return command.reason();
    }
}
