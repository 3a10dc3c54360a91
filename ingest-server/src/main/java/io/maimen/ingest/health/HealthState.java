package io.maimen.ingest.health;

import java.util.Locale;

/** From best to worst. */
public enum HealthState {
    GREEN,
    /** Something is late; nothing is refused. */
    AMBER,
    /** Something is refused, stuck or lost: a person must act. */
    RED;

    /** Lower case, as the API writes it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
