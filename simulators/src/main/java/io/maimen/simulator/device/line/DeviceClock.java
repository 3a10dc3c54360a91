package io.maimen.simulator.device.line;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** The clock inside a device: what its display shows at a real moment. A fault may let it drift. Confined to one thread. */
public interface DeviceClock {
    LocalDateTime shows(Instant real);

    /** The host, or a finger, sets it. */
    void set(LocalDateTime shown, Instant real);

    /** A clock that shows the time of that place, to the second, until somebody sets it to another. */
    static DeviceClock right(ZoneId place) {
        return new RightClock(place);
    }
}
