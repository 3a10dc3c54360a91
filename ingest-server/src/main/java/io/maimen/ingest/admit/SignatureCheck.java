package io.maimen.ingest.admit;

import io.maimen.observation.wire.ObservationEnvelope;
import java.util.Optional;

/** Judges who signed an envelope. Blocking; thread-safe. */
@FunctionalInterface
public interface SignatureCheck {
    /** Why the envelope is not to be believed, one line that begins with a code, and noted already; empty when it is. */
    Optional<String> refusal(ObservationEnvelope envelope);
}
