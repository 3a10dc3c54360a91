package io.maimen.simulator.device.ecg;

import io.maimen.observation.SampleGap;
import io.maimen.observation.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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
        return !gaps().isEmpty();
    }

    /** The stretches in which an electrode was off. */
    List<SampleGap> gaps() {
        List<SampleGap> gaps = new ArrayList<>();
        int start = 0;
        while (start < samples.size()) {
            int end = start;
            while (end < samples.size() && samples.get(end) == NO_SIGNAL) {
                end++;
            }
            if (end > start) {
                gaps.add(new SampleGap(start, end - start));
            }
            start = end + 1;
        }
        return gaps;
    }
}
