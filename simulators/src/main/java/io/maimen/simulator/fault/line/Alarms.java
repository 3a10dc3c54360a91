package io.maimen.simulator.fault.line;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Two who want to be woken, the device and the line, behind one clock. Confined to one thread. */
final class Alarms {
    private Instant device = Instant.MAX;
    private Instant line = Instant.MAX;

    void device(Instant at) {
        device = at;
    }

    /** The earlier one counts: what is held must not wait for ever. */
    void line(Instant at) {
        line = at.isBefore(line) ? at : line;
    }

    boolean deviceIsDue(Instant now) {
        boolean due = !device.isAfter(now);
        device = due ? Instant.MAX : device;
        return due;
    }

    boolean lineIsDue(Instant now) {
        boolean due = !line.isAfter(now);
        line = due ? Instant.MAX : line;
        return due;
    }

    void forget() {
        device = Instant.MAX;
        line = Instant.MAX;
    }

    /** How long until the first of them. */
    Optional<Duration> next(Instant now) {
        Instant first = device.isBefore(line) ? device : line;
        return first.equals(Instant.MAX) ? Optional.empty() : Optional.of(Duration.between(now, first));
    }
}
