package io.maimen.ingest.review;

import io.maimen.alerting.review.Actor;
import io.maimen.alerting.review.Alert;
import io.maimen.alerting.review.AlertCommand;
import io.maimen.alerting.review.AlertId;
import io.maimen.alerting.review.AlertLifeCycle;
import io.maimen.alerting.review.Transition;
import io.maimen.ingest.clinical.AlertHistoryEntry;
import io.maimen.ingest.clinical.AlertRecords;
import io.maimen.ingest.sql.Database;
import java.time.Clock;
import java.util.Optional;

/**
 * Acknowledges and closes alerts. The life cycle is asked within the writing transaction, so of two people who act on the
 * same alert at once the second is refused. Blocking; thread-safe.
 */
public final class AlertReview {
    private final Database clinical;
    private final Clock clock;
    private final Runnable alertsChanged;

    /** {@code alertsChanged} is called after each commit. */
    public AlertReview(Database clinical, Clock clock, Runnable alertsChanged) {
        this.clinical = clinical;
        this.clock = clock;
        this.alertsChanged = alertsChanged;
    }

    /** "I have seen it and take it on"; the reason may be empty. Empty result: no such alert. */
    public Optional<Transition> acknowledge(AlertId id, String username, String reason) {
        return apply(id, new AlertCommand.Acknowledge(Actor.person(username), clock.instant(), reason), "acknowledged");
    }

    /** "It is dealt with", and how. Empty result: no such alert. */
    public Optional<Transition> close(AlertId id, String username, String reason) {
        return apply(id, new AlertCommand.Close(Actor.person(username), clock.instant(), reason), "closed");
    }

    private Optional<Transition> apply(AlertId id, AlertCommand command, String action) {
        Optional<Transition> result = clinical.writer().inTransaction(handle -> {
            AlertRecords alerts = new AlertRecords(handle);
            Optional<Alert> alert = alerts.find(id);
            Optional<Transition> transition = alert.map(found -> AlertLifeCycle.apply(found, command));
            transition.ifPresent(done -> {
                if (done instanceof Transition.Applied applied) {
                    alerts.put(
                            applied.alert(),
                            new AlertHistoryEntry(
                                    command.when(),
                                    command.who().name(),
                                    action,
                                    command.reason().strip()));
                }
            });
            return transition;
        });
        alertsChanged.run();
        return result;
    }
}
