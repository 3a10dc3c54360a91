package io.maimen.driver.waveform;

import io.maimen.observation.SampleGap;
import io.maimen.observation.SampledValue;
import io.maimen.observation.Samples;
import io.maimen.observation.StreamPosition;
import io.maimen.observation.code.UcumUnit;
import java.math.BigDecimal;
import java.util.List;

/**
 * Some seconds of all channels of a device. Immutable.
 *
 * @param channels equally long, in the device's steps; 0 within a gap
 * @param gaps stretches that did not arrive, or carried no signal
 */
public record Block(StreamPosition position, List<Samples> channels, List<SampleGap> gaps) {
    public Block {
        channels = List.copyOf(channels);
        gaps = List.copyOf(gaps);
    }

    /** Samples of each channel, gaps included. */
    public int size() {
        return channels.get(0).size();
    }

    /** One channel as a value of millivolts. */
    public SampledValue millivolts(int channel, BigDecimal rateHz, BigDecimal millivoltsPerStep) {
        return new SampledValue(position, rateHz, millivoltsPerStep, UcumUnit.MILLIVOLT, channels.get(channel), gaps);
    }
}
