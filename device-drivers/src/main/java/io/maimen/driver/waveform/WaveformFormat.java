package io.maimen.driver.waveform;

import io.maimen.driver.frame.Framing;
import io.maimen.observation.AbsentValue;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.NumericValue;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.Quantity;
import io.maimen.observation.Samples;
import io.maimen.observation.code.MdcCode;
import io.maimen.observation.code.UcumUnit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a device that sends one frame a sample says with it. Stateless.
 *
 * @param <F> a frame as the device's type
 */
public interface WaveformFormat<F> {
    /** A number beside the waveform, such as a heart rate the device counts itself. */
    record Value(MdcCode type, ObservationValue value) {
        /** A number where the device has one now. */
        public static Value of(MdcCode type, Optional<BigDecimal> number, UcumUnit unit) {
            return new Value(
                    type,
                    number.<ObservationValue>map(some -> NumericValue.exact(new Quantity(some, unit)))
                            .orElseGet(() -> new AbsentValue(DataAbsentReason.TEMPORARILY_UNKNOWN)));
        }
    }

    /** How its frames are found. */
    Framing<F> framing();

    /** How many channels a sample has. */
    int channels();

    /** One number a channel, in steps. */
    Samples sample(F frame);

    /** How many frames are counted before the count begins again; 1 where the device does not count them. */
    int numbers();

    /** The frame's number, 0 to {@code numbers() - 1}. */
    int number(F frame);

    /** Bytes of a frame. */
    int length();

    /** Whether an electrode was off: then the sample carries no signal. */
    default boolean leadOff(F frame) {
        return false;
    }

    /** What the device says beside the waveform; asked once a block. */
    default List<Value> values(F frame) {
        return List.of();
    }
}
