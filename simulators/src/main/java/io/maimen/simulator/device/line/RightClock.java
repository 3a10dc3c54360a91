package io.maimen.simulator.device.line;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Runs as real time does, as far from it as it was last set. Confined to one thread. */
final class RightClock implements DeviceClock {
    private final ZoneId place;
    private Duration ahead = Duration.ZERO;

    RightClock(ZoneId place) {
        this.place = place;
    }

    @Override
    public LocalDateTime shows(Instant real) {
        return LocalDateTime.ofInstant(real, place).plus(ahead).truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public void set(LocalDateTime shown, Instant real) {
        ahead = Duration.between(LocalDateTime.ofInstant(real, place), shown);
    }
}
