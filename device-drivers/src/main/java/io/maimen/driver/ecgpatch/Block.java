package io.maimen.driver.ecgpatch;

import io.maimen.observation.Samples;
import io.maimen.observation.StreamPosition;
import io.maimen.observation.code.MdcCode;
import java.time.Instant;
import java.util.Optional;

/**
 * One block as the patch sent it. Immutable.
 *
 * @param electrodeOff flag bit 0: an electrode was off during the block
 * @param simulated flag bit 1
 * @param serialCheck CRC-32 of the serial number of the patch that sent it
 * @param time of the first sample by the patch's clock; empty while that clock is not set (flag bit 2)
 * @param rateMilliHertz 1 to 100 000 000
 * @param scaleNanoVolt per step, 1 to 2^32-1
 * @param lead what was measured
 * @param samples in steps, -32 767 to 32 767; {@link #NO_SIGNAL} where there was none
 */
record Block(
        boolean electrodeOff,
        boolean simulated,
        long serialCheck,
        StreamPosition position,
        Optional<Instant> time,
        long rateMilliHertz,
        long scaleNanoVolt,
        MdcCode lead,
        Samples samples) {
    /** What the patch sends for a sample without signal, 8000 in hex. */
    static final int NO_SIGNAL = Short.MIN_VALUE;
}
