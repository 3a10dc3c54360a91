package io.maimen.ingest;

import io.maimen.ingest.events.EventHub;
import io.maimen.ingest.follow.LogFollower;
import io.maimen.ingest.identity.ServerIdentity;
import io.maimen.log.LogException;
import io.maimen.log.LogPosition;
import io.maimen.log.ObservationLog;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be done from time to time. Stateless. */
final class Housekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final long DEVICES_EVERY_MS = 1_000;
    private static final long TRIM_EVERY_MS = 30_000;

    private static final long RENEWAL_LOOK_EVERY_MS = 3_600_000;

    private Housekeeping() {}

    /** Begins; closing what is returned ends it. */
    static AutoCloseable start(
            Vertx vertx, ObservationLog log, List<LogFollower> readers, EventHub events, ServerIdentity identity) {
        long devices = vertx.setPeriodic(DEVICES_EVERY_MS, tick -> events.tellDevices());
        long trim = vertx.setPeriodic(
                TRIM_EVERY_MS,
                tick -> vertx.executeBlocking(() -> {
                    trim(log, readers);
                    return true;
                }));
        long renewal = vertx.setPeriodic(
                RENEWAL_LOOK_EVERY_MS,
                tick -> vertx.executeBlocking(() -> {
                    renew(identity);
                    return true;
                }));
        return () -> {
            vertx.cancelTimer(renewal);
            vertx.cancelTimer(devices);
            vertx.cancelTimer(trim);
        };
    }

    private static void renew(ServerIdentity identity) {
        try {
            identity.renewIfDue();
        } catch (IOException e) {
            LOG.error("{}; tried again in an hour", e.getMessage());
        }
    }

    /** Behind the slowest reader and never before: what it has not committed, or needs again, exists nowhere else. */
    static void trim(ObservationLog log, List<LogFollower> readers) {
        LogPosition slowest = readers.stream()
                .map(LogFollower::needed)
                .min(LogPosition::compareTo)
                .orElse(LogPosition.ZERO);
        try {
            log.trim(slowest);
        } catch (LogException e) {
            LOG.warn("SRV-034 log must be trimmed behind its readers but was not: {}", e.getMessage());
        }
    }
}
