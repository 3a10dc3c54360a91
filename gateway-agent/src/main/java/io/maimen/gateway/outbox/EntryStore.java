package io.maimen.gateway.outbox;

import io.maimen.observation.wire.OutboxEntry;

/** Where sessions put what must not be lost. Thread-safe. */
@FunctionalInterface
public interface EntryStore {
    /** Returns when the outcome is known: blocks for as long as the disk takes. */
    StoreOutcome put(OutboxEntry entry);
}
