package io.maimen.simulator.device.ecg;

import io.maimen.observation.Samples;
import java.time.Instant;

/**
 * One block as docs/devices/ecg-patch.md names its fields. Immutable.
 *
 * @param firstSample index in the stream
 * @param start time of the first sample by the patch's clock
 * @param scaleNanovolts per step
 * @param lead 1 = I, 2 = II
 * @param samples 1 to 2500 signed 16 bit steps; {@link #NO_SIGNAL} where an electrode was off
 */
record EcgBlock(
        String serial,
        long stream,
        long sequence,
        long firstSample,
        Instant start,
        int rateMillihertz,
        int scaleNanovolts,
        int lead,
        Samples samples) {
    static final int NO_SIGNAL = Short.MIN_VALUE;
    private static final int MAX_SAMPLES = 2500;

    EcgBlock {
        if (samples.size() < 1 || samples.size() > MAX_SAMPLES) {
            throw new IllegalArgumentException("samples must be 1 to 2500 but were " + samples.size());
        }
    }

    /** The block's name for ever, beside the serial number. */
    String key() {
        return stream + "/" + sequence;
    }

    boolean electrodeOff() {
        return samples.stream().anyMatch(sample -> sample == NO_SIGNAL);
    }
}
