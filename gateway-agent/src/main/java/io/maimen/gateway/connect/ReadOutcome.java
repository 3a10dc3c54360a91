package io.maimen.gateway.connect;

import io.maimen.observation.Bytes;
import io.maimen.observation.time.ReceiveTime;

/** What reading a channel gave. */
public sealed interface ReadOutcome {
    /** Its present value, and when we had it. */
    record Value(Bytes bytes, ReceiveTime at) implements ReadOutcome {}

    /** It could not be read. */
    record Failed(String reason) implements ReadOutcome {}
}
