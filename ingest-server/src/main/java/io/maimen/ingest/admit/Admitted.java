package io.maimen.ingest.admit;

import io.maimen.observation.wire.Receipt;

/** What became of an envelope; in either case everything is durable when this is given. Immutable. */
public sealed interface Admitted {
    /** Every item is stored or quarantined, as the receipt says. */
    record Receipted(Receipt receipt) implements Admitted {}

    /** The envelope itself could not be read; all its bytes are in quarantine. {@code reason} begins with a code. */
    record Malformed(String reason) implements Admitted {}
}
