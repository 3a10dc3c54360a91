package io.maimen.ingest.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts attempts to log in for a name or an address and says when there were too many wrong ones. In memory, bounded.
 * Thread-safe.
 *
 * <p>An attempt counts as wrong until it has succeeded: many at the same moment cannot all slip through.
 */
final class FailedLogins {
    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final int allowed;
    private final Map<String, Deque<Instant>> attempts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** {@code allowed}: wrong ones within {@link #WINDOW} before the next has to wait. */
    FailedLogins(Clock clock, int allowed) {
        this.clock = clock;
        this.allowed = allowed;
    }

    /** Begins an attempt and returns zero; or, where there were too many, how long to wait before the next. */
    synchronized Duration begin(String who) {
        Deque<Instant> recent = attempts.computeIfAbsent(who, name -> new ArrayDeque<>());
        Instant now = clock.instant();
        recent.removeIf(at -> !at.plus(WINDOW).isAfter(now));
        if (recent.size() >= allowed) {
            return Duration.between(now, recent.peekFirst().plus(WINDOW));
        }
        recent.addLast(now);
        return Duration.ZERO;
    }

    /** The attempt last begun was right, or was not made. The wrong ones before it still count. */
    synchronized void forgive(String who) {
        Deque<Instant> recent = attempts.get(who);
        if (recent != null) {
            recent.pollLast();
        }
    }

    /** Whoever proved the name starts anew. */
    synchronized void clear(String who) {
        attempts.remove(who);
    }
}
