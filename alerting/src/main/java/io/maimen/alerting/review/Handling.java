package io.maimen.alerting.review;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** Who did it, when, and why; the reason is empty where none was asked for. Immutable. */
public record Handling(String by, Instant at, String reason) {
    public Handling {
        requireNonNull(by, "by");
        requireNonNull(at, "at");
        requireNonNull(reason, "reason");
    }
}
