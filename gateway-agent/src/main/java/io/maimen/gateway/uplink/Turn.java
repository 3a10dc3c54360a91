package io.maimen.gateway.uplink;

import io.maimen.observation.Lane;
import java.util.List;

/**
 * Whose turn it is to be sent. Live goes before backlog, and alarm before vital before waveform; where the two disagree, an
 * alarm that waited out an outage goes before a live waveform, which a doctor is not called for. Immutable.
 */
record Turn(Lane lane, boolean live) {
    /** Smaller than a live envelope, so that on a slow line a new alarm waits behind little. */
    private static final int BACKLOG_BYTES = 32 << 10;

    private static final int LIVE_BYTES = 128 << 10;

    static final List<Turn> ORDER = List.of(
            new Turn(Lane.ALARM, true),
            new Turn(Lane.VITAL, true),
            new Turn(Lane.ALARM, false),
            new Turn(Lane.WAVEFORM, true),
            new Turn(Lane.VITAL, false),
            new Turn(Lane.WAVEFORM, false));

    int targetBytes() {
        return live ? LIVE_BYTES : BACKLOG_BYTES;
    }
}
