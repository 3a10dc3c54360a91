package io.maimen.gateway.session;

import static java.util.Objects.requireNonNull;

import io.maimen.gateway.outbox.EntryStore;
import io.maimen.gateway.quarantine.Quarantine;
import io.maimen.gateway.schedule.Scheduler;
import java.time.Clock;

/** What every session of a gateway is joined to. Immutable; its parts are thread-safe. */
public record SessionParts(
        EntryStore store, Quarantine quarantine, SessionListener listener, Scheduler scheduler, Clock clock) {
    public SessionParts {
        requireNonNull(store, "store");
        requireNonNull(quarantine, "quarantine");
        requireNonNull(listener, "listener");
        requireNonNull(scheduler, "scheduler");
        requireNonNull(clock, "clock");
    }
}
