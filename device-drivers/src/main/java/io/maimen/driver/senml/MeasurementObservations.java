package io.maimen.driver.senml;

import io.maimen.driver.MeasurementKey;
import io.maimen.observation.AbsentValue;
import io.maimen.observation.Component;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.MeasurementSource;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.Provenance;
import io.maimen.observation.RawFrame;
import io.maimen.observation.Timing;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.time.DeviceTime;
import io.maimen.observation.time.TimeScale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says what measurements mean as observations: pressures become one panel, everything else stands alone. Stateless.
 *
 * @param connection the name of this connection; identity of last resort for a device without a clock
 */
record MeasurementObservations(DeviceId device, String connection, boolean simulated) {
    private static final Set<ObservationCode> PRESSURES = Set.of(
            Nomenclature.BLOOD_PRESSURE_SYSTOLIC,
            Nomenclature.BLOOD_PRESSURE_DIASTOLIC,
            Nomenclature.BLOOD_PRESSURE_MEAN);

    private static final BigDecimal LONGEST_AGO = BigDecimal.valueOf(-(1L << 28));
    private static final BigDecimal END_OF_TIME = BigDecimal.valueOf(253_402_300_800L);

    List<Observation> of(Measurement measurement, RawFrame frame) throws PackRefusal {
        Timing timing = timing(measurement.at(), frame);
        List<Observation> observations = new ArrayList<>();
        List<Component> pressures = pressures(measurement);
        if (!pressures.isEmpty()) {
            observations.add(observation(
                    measurement,
                    Nomenclature.BLOOD_PRESSURE,
                    new AbsentValue(DataAbsentReason.NOT_APPLICABLE),
                    pressures,
                    timing,
                    frame));
        }
        measurement.values().entrySet().stream()
                .filter(value -> !PRESSURES.contains(value.getKey()))
                .sorted(Comparator.comparing(value -> value.getKey().toString()))
                .forEach(value -> observations.add(
                        observation(measurement, value.getKey(), value.getValue(), List.of(), timing, frame)));
        return observations;
    }

    /** Systolic and diastolic always, the mean where the device has one; none where no pressure was sent. */
    private static List<Component> pressures(Measurement measurement) {
        if (PRESSURES.stream().noneMatch(measurement.values()::containsKey)) {
            return List.of();
        }
        AbsentValue notSent = new AbsentValue(DataAbsentReason.UNKNOWN);
        List<Component> components = new ArrayList<>();
        for (ObservationCode code :
                List.of(Nomenclature.BLOOD_PRESSURE_SYSTOLIC, Nomenclature.BLOOD_PRESSURE_DIASTOLIC)) {
            components.add(new Component(code, measurement.value(code).orElse(notSent)));
        }
        measurement
                .value(Nomenclature.BLOOD_PRESSURE_MEAN)
                .ifPresent(mean -> components.add(new Component(Nomenclature.BLOOD_PRESSURE_MEAN, mean)));
        return components;
    }

    private Observation observation(
            Measurement measurement,
            ObservationCode type,
            ObservationValue value,
            List<Component> components,
            Timing timing,
            RawFrame frame) {
        boolean clock = measurement.at().hasAbsoluteTime();
        List<String> key = new ArrayList<>(measurement.content());
        if (!clock) {
            // Rather two that are marked than one that is lost: equal pressures at breakfast and supper are two
            // readings.
            key.add(connection);
            key.add(frame.receivedAt().instant().toString());
        }
        return new Observation(
                MeasurementKey.of(key.toArray(String[]::new))
                        .identify(device, type, clock ? timing.deviceTime() : Optional.empty()),
                new MeasurementSource(device, measurement.slot(), Optional.empty()),
                type,
                value,
                components,
                timing,
                statuses(measurement, components),
                new Provenance(SenmlDriver.REF, List.of(frame.ref()), simulated));
    }

    private static Set<MeasurementStatus> statuses(Measurement measurement, List<Component> components) {
        Set<MeasurementStatus> statuses = EnumSet.noneOf(MeasurementStatus.class);
        statuses.addAll(measurement.doubts());
        if (!components.isEmpty() && components.stream().allMatch(each -> each.value() instanceof AbsentValue)) {
            statuses.add(MeasurementStatus.QUESTIONABLE);
        }
        if (!measurement.at().hasAbsoluteTime()) {
            statuses.add(MeasurementStatus.DEVICE_CLOCK_UNSET);
            statuses.add(MeasurementStatus.POSSIBLY_THE_SAME);
        }
        return statuses;
    }

    /** Absolute, or counted from the moment of receiving, or that moment itself. */
    private static Timing timing(ResolvedRecord at, RawFrame frame) throws PackRefusal {
        BigDecimal time = at.time();
        if (time.compareTo(LONGEST_AGO) <= 0 || time.compareTo(END_OF_TIME) >= 0) {
            throw new PackRefusal(
                    "SML-025", at.source().offset(), "time must be before year 10000 but was " + time + " s");
        }
        if (time.signum() == 0) {
            return Timing.received(frame.receivedAt());
        }
        long micros = time.movePointRight(6).setScale(0, RoundingMode.FLOOR).longValueExact();
        Instant instant = TimeScale.ofEpochMicros(micros);
        if (!at.hasAbsoluteTime()) {
            long sinceMicros = TimeScale.epochMicros(frame.receivedAt().instant());
            instant = TimeScale.ofEpochMicros(sinceMicros + micros);
        }
        return Timing.of(DeviceTime.of(instant), frame.receivedAt());
    }
}
