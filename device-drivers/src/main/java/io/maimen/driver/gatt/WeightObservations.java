package io.maimen.driver.gatt;

import io.maimen.driver.DriverAction.SubscribeMode;
import io.maimen.driver.reading.Origin;
import io.maimen.observation.AbsentValue;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.RawFrame;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.UcumUnit;
import io.maimen.observation.device.UserSlot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what a scale's values mean: weight, body mass index, body fat. Stateless. */
final class WeightObservations {
    static final Listening<WeightMeasurement> WEIGHT = new Listening<>(
            Characteristic.WEIGHT_MEASUREMENT,
            SubscribeMode.INDICATE,
            WeightMeasurement.DECODER,
            WeightObservations::weight);

    private WeightObservations() {}

    private static List<Observation> weight(WeightMeasurement measured, RawFrame frame, long number, Origin origin) {
        Origin.Measurement measurement = measurement(
                measured.time(),
                measured.user(),
                List.of(frame),
                number,
                origin,
                measured.weight(),
                measured.imperial());
        List<Observation> observations = new ArrayList<>();
        observations.add(
                measurement.observation(Nomenclature.BODY_WEIGHT, mass(measured.weight(), measured.imperial())));
        measured.bodyMassIndex()
                .filter(index -> index.word() != 0)
                .ifPresent(index -> observations.add(measurement.observation(
                        Nomenclature.BODY_MASS_INDEX, index.in(UcumUnit.KILOGRAM_PER_SQUARE_METRE))));
        return observations;
    }

    /** @param frames the one or two packets it came in */
    static List<Observation> composition(
            BodyCompositionMeasurement measured, List<RawFrame> frames, long number, Origin origin) {
        Origin.Measurement measurement = measurement(
                measured.time(), measured.user(), frames, number, origin, measured.fatPercent(), measured.imperial());
        List<Observation> observations = new ArrayList<>();
        observations.add(measurement.observation(
                Nomenclature.BODY_FAT,
                measured.fatPercent().unsuccessful()
                        ? new AbsentValue(DataAbsentReason.ERROR)
                        : measured.fatPercent().in(UcumUnit.PERCENT)));
        measured.weight()
                .ifPresent(weight -> observations.add(
                        measurement.observation(Nomenclature.BODY_WEIGHT, mass(weight, measured.imperial()))));
        return observations;
    }

    private static ObservationValue mass(ScaledNumber mass, boolean imperial) {
        return mass.unsuccessful()
                ? new AbsentValue(DataAbsentReason.ERROR)
                : mass.in(imperial ? UcumUnit.POUND : UcumUnit.KILOGRAM);
    }

    private static Origin.Measurement measurement(
            Optional<DateTime> sent,
            Optional<Integer> user,
            List<RawFrame> frames,
            long number,
            Origin origin,
            ScaledNumber measured,
            boolean imperial) {
        return origin.measurement(
                user.filter(slot -> slot != WeightMeasurement.UNKNOWN_USER).map(UserSlot::new),
                sent.flatMap(moment -> moment.deviceTime(origin.context().place())),
                number,
                frames,
                Set.of(),
                measured.text(),
                Boolean.toString(imperial));
    }
}
