package io.maimen.ingest.admit;

import io.maimen.observation.wire.Receipt;

/** What became of an envelope; what is kept of it is durable when this is given. Immutable. */
public sealed interface Admitted {
    /** Every item is stored or quarantined, as the receipt says. */
    record Receipted(Receipt receipt) implements Admitted {}

    /** The envelope itself could not be read; all its bytes are in quarantine. {@code reason} begins with a code. */
    record Malformed(String reason) implements Admitted {}

    /** Its gateway did not sign it, or with a key that does not count; nothing is kept. {@code reason} begins with a code. */
    record Refused(String reason) implements Admitted {}
}
