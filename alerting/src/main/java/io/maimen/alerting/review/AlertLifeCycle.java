package io.maimen.alerting.review;

import static io.maimen.alerting.review.AlertState.FIRST_REVIEWED;
import static io.maimen.alerting.review.AlertState.NEW;
import static io.maimen.alerting.review.AlertState.SECOND_REVIEWED;

import io.maimen.alerting.review.Actor.Kind;

/**
 * New → acknowledged → first reviewed → second reviewed → closed, each step by a doctor, the two reviews by two of them.
 * Stateless; pure.
 */
public final class AlertLifeCycle {
    private AlertLifeCycle() {}

    /** Applies {@code command}, or refuses it with {@code ALR-020} to {@code ALR-028} and changes nothing. */
    public static Transition apply(Alert alert, AlertCommand command) {
        Actor who = command.who();
        if (who.kind() == Kind.MACHINE) {
            return refused("ALR-020", "actor must be a person but was " + who.name() + "; ask a person to decide");
        }
        if (who.kind() == Kind.KEEPER) {
            return refused("ALR-026", "actor must be a doctor but " + who.name() + " is none; ask a doctor to decide");
        }
        if (alert.closed().isPresent()) {
            return refused(
                    "ALR-021",
                    "alert must be open but was closed by "
                            + alert.closed().get().by() + "; what is measured from now on opens its own alert");
        }
        if (command instanceof AlertCommand.Acknowledge acknowledge) {
            return acknowledge(alert, acknowledge);
        }
        return command instanceof AlertCommand.GiveReview review ? review(alert, review) : close(alert, command);
    }

    private static Transition acknowledge(Alert alert, AlertCommand.Acknowledge command) {
        return alert.acknowledged()
                .map(earlier -> refused(
                        "ALR-022",
                        "alert must be new but was acknowledged by " + earlier.by() + "; reload to see who has it"))
                .orElseGet(() -> new Transition.Applied(alert.withAcknowledged(handling(command))));
    }

    private static Transition review(Alert alert, AlertCommand.GiveReview command) {
        AlertState state = alert.state();
        Actor who = command.who();
        if (state == NEW) {
            return refused(
                    "ALR-025", "alert must be acknowledged before it is reviewed but was new; acknowledge it first");
        }
        if (state == SECOND_REVIEWED) {
            String both = alert.reviews().get(0).by() + " and "
                    + alert.reviews().get(1).by();
            return refused("ALR-028", "alert must lack a review but was reviewed by " + both + "; close it");
        }
        if (state == FIRST_REVIEWED && alert.reviews().get(0).by().equals(who.name())) {
            return refused(
                    "ALR-027",
                    "second reviewer must be another person but was " + who.name()
                            + ", who reviewed first; ask a colleague");
        }
        if (state == FIRST_REVIEWED && who.kind() != Kind.SECOND_READER) {
            return refused(
                    "ALR-026",
                    "second reviewer must be a county reader or hospital expert but " + who.name()
                            + " is neither; ask one of them");
        }
        return new Transition.Applied(
                alert.withReview(new Review(who.name(), command.when(), command.opinion(), command.reason())));
    }

    private static Transition close(Alert alert, AlertCommand command) {
        if (alert.state() != SECOND_REVIEWED) {
            return refused(
                    "ALR-023",
                    "alert must be reviewed by two doctors before it is closed but "
                            + alert.reviews().size() + " did; review it first");
        }
        if (command.reason().isBlank()) {
            return refused("ALR-024", "reason must be given but was blank; say what was done");
        }
        return new Transition.Applied(alert.withClosed(handling(command)));
    }

    private static Transition refused(String code, String message) {
        return new Transition.Refused(code, message);
    }

    private static Handling handling(AlertCommand command) {
        return new Handling(command.who().name(), command.when(), command.reason());
    }
}
