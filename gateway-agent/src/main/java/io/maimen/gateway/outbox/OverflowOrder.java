package io.maimen.gateway.outbox;

import io.maimen.observation.Lane;

/**
 * Who must stop first when space runs out: waveforms at 80 % of it, vital signs at 95 %, alarms never before the disk itself
 * says no. Nothing that waits is deleted to make room: refusing means that the device keeps it. Immutable.
 *
 * @param quotaBytes what the outbox may take in all
 */
record OverflowOrder(long quotaBytes) {
    /** Whether this lane may grow by {@code bytes} when the outbox takes {@code used} and the disk has {@code free} left. */
    boolean admits(Lane lane, long bytes, long used, long free) {
        long space = free >= quotaBytes ? quotaBytes : Math.min(quotaBytes, used + free);
        return used + bytes <= space / 100 * percent(lane);
    }

    private static int percent(Lane lane) {
        return switch (lane) {
            case ALARM -> 100;
            case VITAL -> 95;
            case WAVEFORM -> 80;
        };
    }
}
