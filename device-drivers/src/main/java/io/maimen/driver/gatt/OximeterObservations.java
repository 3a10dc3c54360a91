package io.maimen.driver.gatt;

import io.maimen.driver.DriverAction.SubscribeMode;
import io.maimen.driver.reading.Origin;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.Observation;
import io.maimen.observation.RawFrame;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.UcumUnit;
import io.maimen.observation.time.DeviceTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says what an oximeter's values mean: saturation and pulse. What the oximeter calls invalid, unavailable, a test or a
 * demonstration is kept as bytes and is no observation. Stateless.
 */
final class OximeterObservations {
    static final Listening<OximeterMeasurement> SPOT_CHECK = new Listening<>(
            Characteristic.OXIMETER_SPOT_CHECK,
            SubscribeMode.INDICATE,
            OximeterMeasurement.SPOT_CHECK,
            (measured, frame, number, origin) -> of(measured, frame, number, origin, true));

    static final Listening<OximeterMeasurement> CONTINUOUS = new Listening<>(
            Characteristic.OXIMETER_CONTINUOUS,
            SubscribeMode.NOTIFY,
            OximeterMeasurement.CONTINUOUS,
            (measured, frame, number, origin) -> of(measured, frame, number, origin, false));

    private OximeterObservations() {}

    private static List<Observation> of(
            OximeterMeasurement measured, RawFrame frame, long number, Origin origin, boolean remembered) {
        if (!measured.isMeasured()) {
            return List.of();
        }
        Optional<DeviceTime> time = measured.time()
                .filter(sent -> !measured.clockUnset())
                .flatMap(sent -> sent.deviceTime(origin.context().place()));
        Set<MeasurementStatus> doubts = measured.isQuestionable() ? Set.of(MeasurementStatus.QUESTIONABLE) : Set.of();
        String[] content = {measured.saturation().text(), measured.pulse().text()};
        Origin.Measurement measurement = remembered
                ? origin.measurement(Optional.empty(), time, number, frame, doubts, content)
                : origin.moment(number, frame, doubts, content);
        return List.of(
                measurement.observation(
                        Nomenclature.OXYGEN_SATURATION, measured.saturation().in(UcumUnit.PERCENT)),
                measurement.observation(
                        Nomenclature.PULSE_RATE_OXIMETER, measured.pulse().in(UcumUnit.PER_MINUTE)));
    }
}
