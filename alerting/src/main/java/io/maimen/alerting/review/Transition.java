package io.maimen.alerting.review;

import static java.util.Objects.requireNonNull;

/** What became of a command. Immutable. */
public sealed interface Transition {
    /** The alert as it is now. */
    record Applied(Alert alert) implements Transition {
        public Applied {
            requireNonNull(alert, "alert");
        }
    }

    /**
     * Nothing changed.
     *
     * @param code {@code ALR-…}, stable
     * @param message for the person who asked: what must hold, what was, what to do
     */
    record Refused(String code, String message) implements Transition {
        public Refused {
            requireNonNull(code, "code");
            requireNonNull(message, "message");
        }
    }
}
