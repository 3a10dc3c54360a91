package io.maimen.driver.gatt;

import io.maimen.driver.DriverAction.SubscribeMode;
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
            (measured, frame, number, terms) -> of(measured, frame, number, terms, true));

    static final Listening<OximeterMeasurement> CONTINUOUS = new Listening<>(
            Characteristic.OXIMETER_CONTINUOUS,
            SubscribeMode.NOTIFY,
            OximeterMeasurement.CONTINUOUS,
            (measured, frame, number, terms) -> of(measured, frame, number, terms, false));

    private OximeterObservations() {}

    private static List<Observation> of(
            OximeterMeasurement measured, RawFrame frame, long number, Reading.Terms terms, boolean remembered) {
        if (!measured.isMeasured()) {
            return List.of();
        }
        Optional<DeviceTime> time = measured.time()
                .filter(sent -> !measured.clockUnset())
                .flatMap(sent -> sent.deviceTime(terms.context().place()));
        Set<MeasurementStatus> statuses = measured.isQuestionable() ? Set.of(MeasurementStatus.QUESTIONABLE) : Set.of();
        Reading reading = new Reading(terms, List.of(frame), number, time, Optional.empty(), statuses, remembered);
        String saturation = measured.saturation().text();
        String pulse = measured.pulse().text();
        return List.of(
                reading.observation(
                        Nomenclature.OXYGEN_SATURATION,
                        measured.saturation().in(UcumUnit.PERCENT),
                        List.of(),
                        saturation,
                        pulse),
                reading.observation(
                        Nomenclature.PULSE_RATE_OXIMETER,
                        measured.pulse().in(UcumUnit.PER_MINUTE),
                        List.of(),
                        saturation,
                        pulse));
    }
}
