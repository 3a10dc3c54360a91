package io.maimen.alerting.pack;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.code.BilingualText;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether a clinician answers for a pack. Immutable.
 *
 * @param signature empty until somebody signed
 * @param statement what to tell whoever looks at an alert of it
 */
public record SignOff(Optional<Signature> signature, BilingualText statement) {
    public SignOff {
        requireNonNull(signature, "signature");
        requireNonNull(statement, "statement");
    }

    /** Who signed, on which day. */
    public record Signature(String by, LocalDate on) {
        public Signature {
            requireNonNull(by, "by");
            requireNonNull(on, "on");
        }
    }
}
