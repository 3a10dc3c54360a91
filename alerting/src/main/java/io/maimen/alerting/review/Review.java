package io.maimen.alerting.review;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A doctor's signed opinion; the text is empty where the opinion says it all. Immutable. */
public record Review(String by, Instant at, Opinion opinion, String text) {
    public Review {
        requireNonNull(by, "by");
        requireNonNull(at, "at");
        requireNonNull(opinion, "opinion");
        requireNonNull(text, "text");
    }
}
