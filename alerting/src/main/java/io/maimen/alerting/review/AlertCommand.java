package io.maimen.alerting.review;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What somebody asks to be done with an alert. Whether it may be, {@link AlertLifeCycle} says. Immutable. */
public sealed interface AlertCommand {
    Actor who();

    Instant when();

    /** In the person's words, without space around; may be empty. */
    String reason();

    /** "I have seen it and take it on." */
    record Acknowledge(Actor who, Instant when, String reason) implements AlertCommand {
        public Acknowledge {
            requireNonNull(who, "who");
            requireNonNull(when, "when");
            reason = reason.strip();
        }
    }

    /** "This is what I think of it": the first opinion, or the second where there is a first. */
    record GiveReview(Actor who, Instant when, Opinion opinion, String reason) implements AlertCommand {
        public GiveReview {
            requireNonNull(who, "who");
            requireNonNull(when, "when");
            requireNonNull(opinion, "opinion");
            reason = reason.strip();
        }
    }

    /** "It is dealt with", and how. */
    record Close(Actor who, Instant when, String reason) implements AlertCommand {
        public Close {
            requireNonNull(who, "who");
            requireNonNull(when, "when");
            reason = reason.strip();
        }
    }
}
