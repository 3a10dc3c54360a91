package io.maimen.gateway.outbox;

import io.maimen.observation.Lane;

/** What became of an entry. Immutable. */
public sealed interface StoreOutcome {
    /** It is on the disk, after fsync. */
    record Stored(Lane lane) implements StoreOutcome {}

    /** It is not, and its device must not be told that it is. {@code text} begins with a code. */
    record NotStored(Reason reason, String text) implements StoreOutcome {}

    /** Why an entry was not stored. */
    enum Reason {
        /** The disk, or this lane's share of the quota, is full. Sending again later helps. */
        NO_SPACE,
        /** The entry is larger than what can be sent. Sending again does not help. */
        TOO_LARGE,
        /** The disk failed. Sending again may help. */
        DISK_FAILED,
        /** The gateway is stopping. */
        CLOSED
    }
}
