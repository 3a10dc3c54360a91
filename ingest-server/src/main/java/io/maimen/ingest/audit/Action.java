package io.maimen.ingest.audit;

import java.util.Locale;

/** What somebody did, or was refused. The word is part of the chain: new ones are added, none is renamed. */
public enum Action {
    LOGGED_IN,
    LOGIN_REFUSED,
    LOGGED_OUT,
    VIEWED,
    CREATED,
    CHANGED,
    DISABLED,
    ACKNOWLEDGED,
    REVIEWED,
    CLOSED,
    BOUND,
    ASSIGNED,
    MERGED,
    ENTERED,
    ENROLLED,
    RENEWED,
    REVOKED,
    SIGNED,
    REFUSED;

    /** Such as {@code logged-in}, as table and API write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
