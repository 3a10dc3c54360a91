package io.maimen.alerting.review;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What somebody asks to be done with an alert. Whether it may be, {@link AlertLifeCycle} says. Immutable. */
public sealed interface AlertCommand {
    Actor who();

    Instant when();

    /** May be blank. */
    String reason();

    /** "I have seen it and take it on." */
    record Acknowledge(Actor who, Instant when, String reason) implements AlertCommand {
        public Acknowledge {
            requireNonNull(who, "who");
            requireNonNull(when, "when");
            requireNonNull(reason, "reason");
        }
    }

    /** "It is dealt with", and how. */
    record Close(Actor who, Instant when, String reason) implements AlertCommand {
        public Close {
            requireNonNull(who, "who");
            requireNonNull(when, "when");
            requireNonNull(reason, "reason");
        }
    }
}
