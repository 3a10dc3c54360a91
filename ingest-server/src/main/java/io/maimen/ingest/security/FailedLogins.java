package io.maimen.ingest.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts failed logins for a name or an address and says when there were too many. In memory, bounded. Thread-safe. */
final class FailedLogins {
    static final int ALLOWED = 5;
    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > REMEMBERED;
        }
    };

    FailedLogins(Clock clock) {
        this.clock = clock;
    }

    /** How long to wait before the next attempt; zero when one may be made now. */
    synchronized Duration remaining(String who) {
        Deque<Instant> recent = failures.getOrDefault(who, new ArrayDeque<>());
        Instant now = clock.instant();
        recent.removeIf(at -> !at.plus(WINDOW).isAfter(now));
        return recent.size() < ALLOWED
                ? Duration.ZERO
                : Duration.between(now, recent.peekFirst().plus(WINDOW));
    }

    synchronized void failed(String who) {
        failures.computeIfAbsent(who, name -> new ArrayDeque<>()).addLast(clock.instant());
    }

    synchronized void succeeded(String who) {
        failures.remove(who);
    }
}
