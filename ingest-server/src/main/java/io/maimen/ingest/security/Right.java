package io.maimen.ingest.security;

import java.util.Locale;

/** What not everyone may do who may look; docs/people.md. */
public enum Right {
    /** Act on patients and alerts: bind, assign, enter by hand, acknowledge, review first. */
    TREAT,
    /** Give the second opinion. */
    REVIEW_SECOND,
    /** Manage organisations, people and gateways, and read the audit. */
    MANAGE;

    /** Lower case, for people. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
