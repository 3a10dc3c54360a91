package io.maimen.gateway.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The server's time, as far as we know it: our own clock until the server has said what time it is, and from then on our
 * clock and the difference. Certificates are judged by it; a reading's receive time never is. Thread-safe.
 */
final class ServerClock extends Clock {
    private final Clock ours;
    private volatile Optional<Duration> offset = Optional.empty();

    ServerClock(Clock ours) {
        this.ours = ours;
    }

    /** The server says that it is this time now. */
    void set(Instant serverTime) {
        offset = Optional.of(Duration.between(ours.instant(), serverTime));
    }

    /** How far the server's clock is ahead of ours; empty while it has not said. */
    Optional<Duration> offset() {
        return offset;
    }

    @Override
    public Instant instant() {
        return ours.instant().plus(offset.orElse(Duration.ZERO));
    }

    @Override
    public ZoneId getZone() {
        return ours.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        ServerClock moved = new ServerClock(ours.withZone(zone));
        moved.offset = offset;
        return moved;
    }
}
