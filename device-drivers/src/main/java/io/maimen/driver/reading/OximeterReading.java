package io.maimen.driver.reading;

import io.maimen.observation.AbsentValue;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.Quantity;
import io.maimen.observation.RawFrame;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.UcumUnit;
import io.maimen.observation.time.DeviceTime;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What an oximeter says at one moment. A saturation or a rate of 0 is no living finger's, so it counts as none. Immutable.
 *
 * @param saturation in percent
 * @param pulseRate per minute
 * @param otherwise why there is none where one is empty
 * @param doubts what the oximeter says against it
 */
public record OximeterReading(
        OptionalInt saturation, OptionalInt pulseRate, DataAbsentReason otherwise, Set<MeasurementStatus> doubts) {

    /** A finger that is out: no number counts, whatever the frame still holds. */
    public static OximeterReading none(DataAbsentReason why) {
        return new OximeterReading(OptionalInt.empty(), OptionalInt.empty(), why, Set.of());
    }

    public OximeterReading {
        saturation = saturation.stream().filter(percent -> percent > 0).findFirst();
        pulseRate = pulseRate.stream().filter(rate -> rate > 0).findFirst();
        doubts = Set.copyOf(doubts);
    }

    /** Whether it says anything. */
    boolean hasValue() {
        return saturation.isPresent() || pulseRate.isPresent();
    }

    /** Of a live stream. */
    List<Observation> observations(Origin origin, RawFrame frame, long number) {
        return observations(origin.moment(number, frame, doubts, content()));
    }

    /** Of a measurement that was stored in the oximeter with its time. */
    public List<Observation> observations(Origin origin, Optional<DeviceTime> time, RawFrame frame, long number) {
        return observations(origin.measurement(Optional.empty(), time, number, frame, doubts, content()));
    }

    private String[] content() {
        return new String[] {saturation.toString(), pulseRate.toString()};
    }

    private List<Observation> observations(Origin.Measurement measurement) {
        return List.of(
                measurement.observation(Nomenclature.OXYGEN_SATURATION, value(saturation, UcumUnit.PERCENT)),
                measurement.observation(Nomenclature.PULSE_RATE_OXIMETER, value(pulseRate, UcumUnit.PER_MINUTE)));
    }

    private ObservationValue value(OptionalInt number, UcumUnit unit) {
        return number.isPresent()
                ? NumericValue.exact(new Quantity(BigDecimal.valueOf(number.getAsInt()), unit))
                : new AbsentValue(otherwise);
    }
}
