package io.maimen.driver.gatt;

import io.maimen.driver.DriverAction.SubscribeMode;
import io.maimen.driver.reading.Origin;
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

    private static List<Observation> of(TemperatureMeasurement measured, RawFrame frame, long number, Origin origin) {
        Optional<DeviceTime> time =
                measured.time().flatMap(sent -> sent.deviceTime(origin.context().place()));
        String[] content = {
            measured.temperature().text(),
            measured.unit().code(),
            measured.type().map(String::valueOf).orElse("")
        };
        // Without a time stamp it has no memory either: the value is of the moment it arrives.
        Origin.Measurement measurement = measured.time().isPresent()
                ? origin.measurement(Optional.empty(), time, number, frame, Set.of(), content)
                : origin.moment(number, frame, Set.of(), content);
        return List.of(measurement.observation(
                Nomenclature.BODY_TEMPERATURE, measured.temperature().in(measured.unit())));
    }
}
