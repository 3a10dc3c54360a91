package io.maimen.simulator.device.line;

import java.time.Instant;
import java.time.LocalDateTime;

/** The clock inside a device: what its display shows at a real moment. A fault may let it drift. Confined to one thread. */
public interface DeviceClock {
    LocalDateTime shows(Instant real);

    /** The host, or a finger, sets it. */
    void set(LocalDateTime shown, Instant real);
}
