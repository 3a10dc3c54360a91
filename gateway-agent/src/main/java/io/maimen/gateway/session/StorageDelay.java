package io.maimen.gateway.session;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * From the moment a frame reached us to its fsync: where a transport has acknowledged before us, what dies with us in this
 * window is lost to a device that forgets. Thread-safe.
 */
public final class StorageDelay {
    private static final int RECENT = 256;

    private final long[] recentMicros = new long[RECENT];
    private long count;
    private long maxMicros;

    synchronized void add(Duration delay) {
        long micros = Math.max(0, delay.toNanos() / 1_000);
        recentMicros[(int) (count++ % RECENT)] = micros;
        maxMicros = Math.max(maxMicros, micros);
    }

    /** The longest since the start; empty while there was none. */
    public synchronized Optional<Duration> longest() {
        return count == 0 ? Optional.empty() : Optional.of(micros(maxMicros));
    }

    /** The median of the last 256; empty while there was none. */
    public synchronized Optional<Duration> median() {
        if (count == 0) {
            return Optional.empty();
        }
        long[] sorted = Arrays.copyOf(recentMicros, (int) Math.min(count, RECENT));
        Arrays.sort(sorted);
        return Optional.of(micros(sorted[(sorted.length - 1) / 2]));
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(micros * 1_000);
    }
}
