package io.maimen.driver.gatt;

import io.maimen.driver.DriverAction.SubscribeMode;
import io.maimen.observation.AbsentValue;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.RawFrame;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.UcumUnit;
import io.maimen.observation.time.DeviceTime;
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

    static final Listening<BodyCompositionMeasurement> COMPOSITION = new Listening<>(
            Characteristic.BODY_COMPOSITION_MEASUREMENT,
            SubscribeMode.INDICATE,
            BodyCompositionMeasurement.DECODER,
            WeightObservations::composition);

    private WeightObservations() {}

    private static List<Observation> weight(
            WeightMeasurement measured, RawFrame frame, long number, Reading.Terms terms) {
        Reading reading = reading(measured.time(), measured.user(), frame, number, terms);
        List<Observation> observations = new ArrayList<>();
        observations.add(reading.observation(
                Nomenclature.BODY_WEIGHT,
                mass(measured.weight(), measured.imperial()),
                List.of(),
                measured.weight().text(),
                String.valueOf(measured.imperial())));
        measured.bodyMassIndex()
                .filter(index -> index.word() != 0)
                .ifPresent(index -> observations.add(reading.observation(
                        Nomenclature.BODY_MASS_INDEX,
                        index.in(UcumUnit.KILOGRAM_PER_SQUARE_METRE),
                        List.of(),
                        index.text())));
        return observations;
    }

    private static List<Observation> composition(
            BodyCompositionMeasurement measured, RawFrame frame, long number, Reading.Terms terms) {
        Reading reading = reading(measured.time(), measured.user(), frame, number, terms);
        List<Observation> observations = new ArrayList<>();
        observations.add(reading.observation(
                Nomenclature.BODY_FAT,
                measured.fatPercent().unsuccessful()
                        ? new AbsentValue(DataAbsentReason.ERROR)
                        : measured.fatPercent().in(UcumUnit.PERCENT),
                List.of(),
                measured.fatPercent().text()));
        measured.weight()
                .ifPresent(weight -> observations.add(reading.observation(
                        Nomenclature.BODY_WEIGHT,
                        mass(weight, measured.imperial()),
                        List.of(),
                        weight.text(),
                        String.valueOf(measured.imperial()))));
        return observations;
    }

    private static ObservationValue mass(ScaledNumber mass, boolean imperial) {
        return mass.unsuccessful()
                ? new AbsentValue(DataAbsentReason.ERROR)
                : mass.in(imperial ? UcumUnit.POUND : UcumUnit.KILOGRAM);
    }

    private static Reading reading(
            Optional<DateTime> sent, Optional<Integer> user, RawFrame frame, long number, Reading.Terms terms) {
        Optional<DeviceTime> time =
                sent.flatMap(moment -> moment.deviceTime(terms.context().place()));
        return new Reading(terms, List.of(frame), number, time, user, Set.of(), true);
    }
}
