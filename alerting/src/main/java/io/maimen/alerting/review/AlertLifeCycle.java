package io.maimen.alerting.review;

/** New → acknowledged → closed, each step by a person. Stateless; pure. */
public final class AlertLifeCycle {
    private AlertLifeCycle() {}

    /** Applies {@code command}, or refuses it with {@code ALR-020} to {@code ALR-024} and changes nothing. */
    public static Transition apply(Alert alert, AlertCommand command) {
        if (command.who().kind() == Actor.Kind.MACHINE) {
            return new Transition.Refused(
                    "ALR-020", "actor must be a person but was " + command.who().name() + "; ask a person to decide");
        }
        if (alert.closed().isPresent()) {
            return new Transition.Refused(
                    "ALR-021",
                    "alert must be open but was closed by "
                            + alert.closed().get().by() + "; what is measured from now on opens its own alert");
        }
        if (command instanceof AlertCommand.Acknowledge acknowledge) {
            return acknowledge(alert, acknowledge);
        }
        return close(alert, command);
    }

    private static Transition acknowledge(Alert alert, AlertCommand.Acknowledge command) {
        return alert.acknowledged()
                .<Transition>map(earlier -> new Transition.Refused(
                        "ALR-022",
                        "alert must be new but was acknowledged by " + earlier.by() + "; reload to see who has it"))
                .orElseGet(() -> new Transition.Applied(alert.withAcknowledged(handling(command))));
    }

    private static Transition close(Alert alert, AlertCommand command) {
        if (alert.acknowledged().isEmpty()) {
            return new Transition.Refused(
                    "ALR-023", "alert must be acknowledged before it is closed but was new; acknowledge it first");
        }
        if (command.reason().isBlank()) {
            return new Transition.Refused("ALR-024", "reason must be given but was blank; say what was done");
        }
        return new Transition.Applied(alert.withClosed(handling(command)));
    }

    private static Handling handling(AlertCommand command) {
        return new Handling(
                command.who().name(), command.when(), command.reason().strip());
    }
}
