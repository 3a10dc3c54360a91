package io.maimen.simulator.fault.line;

import io.maimen.simulator.device.line.DeviceClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/** Runs ahead of another clock, the further the longer; right when it is first looked at. Confined to one thread. */
final class DriftingClock implements DeviceClock {
    private final DeviceClock clock;
    private final int perMille;
    private Optional<Instant> begin = Optional.empty();

    DriftingClock(DeviceClock clock, int perMille) {
        this.clock = clock;
        this.perMille = perMille;
    }

    @Override
    public LocalDateTime shows(Instant real) {
        return clock.shows(drifted(real));
    }

    @Override
    public void set(LocalDateTime shown, Instant real) {
        clock.set(shown, drifted(real));
    }

    private Instant drifted(Instant real) {
        if (begin.isEmpty()) {
            begin = Optional.of(real);
        }
        return real.plus(
                Duration.between(begin.get(), real).multipliedBy(perMille).dividedBy(1000));
    }
}
