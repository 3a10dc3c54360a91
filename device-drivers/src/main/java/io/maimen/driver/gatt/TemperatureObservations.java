package io.maimen.driver.gatt;

import io.maimen.driver.DriverAction.SubscribeMode;
import io.maimen.observation.Observation;
import io.maimen.observation.RawFrame;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.time.DeviceTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what a temperature measurement means. A thermometer may remember, and then has a clock. Stateless. */
final class TemperatureObservations {
    static final Listening<TemperatureMeasurement> LISTENING = new Listening<>(
            Characteristic.TEMPERATURE_MEASUREMENT,
            SubscribeMode.INDICATE,
            TemperatureMeasurement.DECODER,
            TemperatureObservations::of);

    private TemperatureObservations() {}

    private static List<Observation> of(
            TemperatureMeasurement measured, RawFrame frame, long number, Reading.Terms terms) {
        Optional<DeviceTime> time =
                measured.time().flatMap(sent -> sent.deviceTime(terms.context().place()));
        Reading reading = new Reading(
                terms,
                List.of(frame),
                number,
                time,
                Optional.empty(),
                Set.of(),
                measured.time().isPresent());
        return List.of(reading.observation(
                Nomenclature.BODY_TEMPERATURE,
                measured.temperature().in(measured.unit()),
                List.of(),
                measured.temperature().text(),
                measured.unit().code(),
                measured.type().map(String::valueOf).orElse("")));
    }
}
