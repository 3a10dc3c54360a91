package io.maimen.simulator.device.astm;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;

/** A serial line with a peer that may be there or not. Confined to one thread. */
interface Line {
    /** Hands bytes to the line; that somebody reads them is not promised. */
    void write(byte... bytes) throws IOException;

    /** The next byte, 0 to 255; empty when none came in {@code timeout}. Zero looks without waiting. */
    OptionalInt read(Duration timeout) throws IOException;
}
