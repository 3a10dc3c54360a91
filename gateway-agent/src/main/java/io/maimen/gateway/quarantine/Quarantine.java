package io.maimen.gateway.quarantine;

import java.util.Optional;

/** Keeps frames that could not be read. Thread-safe. */
@FunctionalInterface
public interface Quarantine {
    /** Empty once the frame is durable, else why it is not. */
    Optional<String> keep(QuarantinedFrame frame);
}
