package io.maimen.observation;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.code.UcumUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;

/**
 * A block of a waveform: integer samples with scale and rate, and the stretches that were not measured. Immutable.
 *
 * @param position where the block lies in the device's stream
 * @param rateHz samples per second as the device declares it, 0.001 to 100 000
 * @param scale unit per integer step; the physical value is {@code sample * scale}
 * @param unit of {@code scale}, usually {@code mV}
 * @param samples 1 to 65 536 integers
 * @param gaps stretches inside this block whose samples carry no signal (lead off); ascending, not overlapping
 */
public record SampledValue(
        StreamPosition position,
        BigDecimal rateHz,
        BigDecimal scale,
        UcumUnit unit,
        Samples samples,
        List<SampleGap> gaps)
        implements ObservationValue {

    // Below this a block would last longer than a Duration can say.
    private static final BigDecimal MIN_RATE_HZ = new BigDecimal("0.001");
    private static final BigDecimal MAX_RATE_HZ = BigDecimal.valueOf(100_000);
    private static final int MAX_SAMPLES = 65_536;

    public SampledValue {
        requireNonNull(position, "position");
        requireNonNull(unit, "unit");
        Quantity.requireInRange("rateHz", rateHz);
        Quantity.requireInRange("scale", scale);
        if (rateHz.compareTo(MIN_RATE_HZ) < 0 || rateHz.compareTo(MAX_RATE_HZ) > 0) {
            throw new IllegalArgumentException("OBS-003 rateHz must be 0.001 to 100000 but was " + rateHz);
        }
        if (scale.signum() <= 0) {
            throw new IllegalArgumentException("OBS-004 scale must be above 0 but was " + scale);
        }
        if (samples.size() == 0 || samples.size() > MAX_SAMPLES) {
            throw new IllegalArgumentException("OBS-005 samples must be 1 to 65536 but was " + samples.size());
        }
        gaps = List.copyOf(gaps);
        int free = 0;
        for (SampleGap gap : gaps) {
            if (gap.start() < free || gap.length() > samples.size() - gap.start()) {
                throw new IllegalArgumentException(
                        "OBS-006 gaps must be ascending within " + samples.size() + " samples but was " + gap);
            }
            free = gap.start() + gap.length();
        }
    }

    /** How long the block lasts: samples divided by rate, to the nanosecond. */
    public Duration length() {
        BigDecimal nanos =
                BigDecimal.valueOf(samples.size()).movePointRight(9).divide(rateHz, 0, RoundingMode.HALF_EVEN);
        return Duration.ofNanos(nanos.longValueExact());
    }
}
