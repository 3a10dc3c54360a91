package io.maimen.observation;

import java.util.Locale;

/** The three queues of the outbox, most urgent first. */
public enum Lane {
    ALARM,
    VITAL,
    WAVEFORM;

    /** As written on the wire and in topics: lower case. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads what {@link #text} wrote. */
    public static Lane parse(String text) {
        for (Lane lane : values()) {
            if (lane.text().equals(text)) {
                return lane;
            }
        }
        throw new IllegalArgumentException("WIRE-001 lane must be alarm, vital or waveform but was " + text);
    }
}
