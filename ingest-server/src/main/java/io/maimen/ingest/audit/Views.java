package io.maimen.ingest.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes who looked at what. A page that asks again every second looks once: the same person at the same thing is noted
 * again after {@link #ONE_LOOK}. Blocking; thread-safe.
 */
public final class Views {
    /** How long looking at one thing is one look. */
    static final Duration ONE_LOOK = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(Views.class);
    private static final int REMEMBERED = 10_000;

    private final Audit audit;
    private final Clock clock;
    private final Map<Look, Instant> noted = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Look, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Look(String who, String subject) {}

    public Views(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Notes a look before it is answered. One that cannot be written, on a full disk for instance, stands in the server's
     * log instead: a doctor who must see a critical value is not sent away.
     */
    public void note(String who, String subject) {
        Instant now = clock.instant();
        Look look = new Look(who, subject);
        synchronized (noted) {
            Instant before = noted.get(look);
            if (before != null && now.isBefore(before.plus(ONE_LOOK))) {
                return;
            }
            noted.put(look, now);
        }
        try {
            audit.add(new AuditEvent(now, who, Action.VIEWED, subject, ""));
        } catch (JdbiException e) {
            LOG.error("AUD-006 view must be in the audit but is not: {} saw {}: {}", who, subject, e.getMessage());
        }
    }
}
