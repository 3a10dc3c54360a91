package io.maimen.driver.reading;

import io.maimen.observation.AbsentValue;
import io.maimen.observation.Component;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.Quantity;
import io.maimen.observation.RawFrame;
import io.maimen.observation.code.MdcCode;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.UcumUnit;
import io.maimen.observation.device.UserSlot;
import io.maimen.observation.time.DeviceTime;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A blood pressure as cuffs with a memory keep it, in whole mm[Hg]. Immutable.
 *
 * @param mean pressure; empty where the cuff has none
 * @param pulse per minute
 * @param time by the cuff's clock; empty where that was never set
 * @param slot the user it was measured for, where the cuff keeps several
 * @param doubts what the cuff says against it
 */
public record CuffReading(
        int systolic,
        int diastolic,
        OptionalInt mean,
        int pulse,
        Optional<DeviceTime> time,
        Optional<UserSlot> slot,
        Set<MeasurementStatus> doubts) {

    /** The panel and the pulse. */
    public List<Observation> observations(Origin origin, RawFrame frame, long number) {
        Origin.Measurement measurement = origin.measurement(
                slot,
                time,
                number,
                frame,
                doubts,
                Integer.toString(systolic),
                Integer.toString(diastolic),
                Integer.toString(pulse));
        List<Component> pressures = new ArrayList<>(List.of(
                pressure(Nomenclature.BLOOD_PRESSURE_SYSTOLIC, systolic),
                pressure(Nomenclature.BLOOD_PRESSURE_DIASTOLIC, diastolic)));
        mean.ifPresent(known -> pressures.add(pressure(Nomenclature.BLOOD_PRESSURE_MEAN, known)));
        return List.of(
                measurement.observation(
                        Nomenclature.BLOOD_PRESSURE, new AbsentValue(DataAbsentReason.NOT_APPLICABLE), pressures),
                measurement.observation(
                        Nomenclature.PULSE_RATE_CUFF,
                        NumericValue.exact(new Quantity(BigDecimal.valueOf(pulse), UcumUnit.PER_MINUTE))));
    }

    private static Component pressure(MdcCode type, int pressure) {
        return new Component(
                type, NumericValue.exact(new Quantity(BigDecimal.valueOf(pressure), UcumUnit.MILLIMETRE_OF_MERCURY)));
    }
}
