package io.maimen.gateway.identity;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the gateway's identity stands. Immutable.
 *
 * @param certificateUntil until when the certificate holds, by the server's clock
 * @param clockOffset how far the server's clock is ahead of ours; empty while it has not said
 * @param trouble why a certificate that is due to be renewed was not; empty when it was, or is not due
 */
public record IdentityStatus(Instant certificateUntil, Optional<Duration> clockOffset, Optional<String> trouble) {
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    public IdentityStatus {
        requireNonNull(certificateUntil, "certificateUntil");
        requireNonNull(clockOffset, "clockOffset");
        requireNonNull(trouble, "trouble");
    }

    /** Whether our clock is so wrong that somebody should set it: readings are received by it. */
    public boolean isClockWrong() {
        return clockOffset
                .filter(offset -> offset.abs().compareTo(CLOCKS_DIFFER) >= 0)
                .isPresent();
    }
}
