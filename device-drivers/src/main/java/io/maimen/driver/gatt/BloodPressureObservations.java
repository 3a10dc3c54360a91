package io.maimen.driver.gatt;

import io.maimen.driver.DeviceContext;
import io.maimen.driver.MeasurementKey;
import io.maimen.driver.reading.Origin;
import io.maimen.observation.AbsentValue;
import io.maimen.observation.Component;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.MeasurementSource;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.Provenance;
import io.maimen.observation.RawFrame;
import io.maimen.observation.code.MdcCode;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.UcumUnit;
import io.maimen.observation.device.UserSlot;
import io.maimen.observation.time.DeviceTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what a measurement of one cuff means: the panel of pressures and, where there is one, the pulse. Stateless. */
record BloodPressureObservations(Origin origin) {
    /** @param number which measurement of its connection this is: identity of last resort, with the connection's name */
    List<Observation> of(BloodPressureMeasurement measured, RawFrame frame, long number) {
        DeviceContext context = origin.context();
        Optional<DeviceTime> time = measured.time().flatMap(reported -> reported.deviceTime(context.place()));
        String instead = time.isPresent() ? "" : context.connection() + " " + number;
        MeasurementKey key = MeasurementKey.of(
                measured.user().map(String::valueOf).orElse(""),
                measured.systolic().text(),
                measured.diastolic().text(),
                measured.mean().map(Sfloat::text).orElse(""),
                measured.pulse().map(Sfloat::text).orElse(""),
                measured.unit().code(),
                instead);
        Reading reading = new Reading(key, source(measured), time, frame, statuses(measured, time.isPresent()));
        List<Observation> observations = new ArrayList<>();
        observations.add(reading.observation(
                Nomenclature.BLOOD_PRESSURE, new AbsentValue(DataAbsentReason.NOT_APPLICABLE), components(measured)));
        measured.pulse()
                .ifPresent(pulse -> observations.add(
                        reading.observation(Nomenclature.PULSE_RATE_CUFF, pulse.in(UcumUnit.PER_MINUTE), List.of())));
        return observations;
    }

    private static List<Component> components(BloodPressureMeasurement measured) {
        List<Component> components = new ArrayList<>();
        components.add(new Component(
                Nomenclature.BLOOD_PRESSURE_SYSTOLIC, measured.systolic().in(measured.unit())));
        components.add(new Component(
                Nomenclature.BLOOD_PRESSURE_DIASTOLIC, measured.diastolic().in(measured.unit())));
        measured.mean()
                .ifPresent(mean ->
                        components.add(new Component(Nomenclature.BLOOD_PRESSURE_MEAN, mean.in(measured.unit()))));
        return components;
    }

    private MeasurementSource source(BloodPressureMeasurement measured) {
        return new MeasurementSource(
                origin.context().device(),
                measured.user()
                        .filter(user -> user != BloodPressureMeasurement.UNKNOWN_USER)
                        .map(UserSlot::new),
                Optional.empty());
    }

    private static Set<MeasurementStatus> statuses(BloodPressureMeasurement measured, boolean clockSet) {
        Set<MeasurementStatus> statuses = measured.doubts();
        if (!clockSet) {
            statuses.add(MeasurementStatus.DEVICE_CLOCK_UNSET);
            statuses.add(MeasurementStatus.POSSIBLY_THE_SAME);
        }
        return statuses;
    }

    /** What panel and pulse of one measurement share. */
    private final class Reading {
        private final MeasurementKey key;
        private final MeasurementSource source;
        private final Optional<DeviceTime> time;
        private final RawFrame frame;
        private final Set<MeasurementStatus> statuses;

        Reading(
                MeasurementKey key,
                MeasurementSource source,
                Optional<DeviceTime> time,
                RawFrame frame,
                Set<MeasurementStatus> statuses) {
            this.key = key;
            this.source = source;
            this.time = time;
            this.frame = frame;
            this.statuses = statuses;
        }

        Observation observation(MdcCode type, ObservationValue value, List<Component> components) {
            return new Observation(
                    key.identify(origin.context().device(), type, time),
                    source,
                    type,
                    value,
                    components,
                    origin.timing(time, frame.receivedAt()),
                    statuses,
                    new Provenance(origin.driver(), List.of(frame.ref()), origin.simulated()));
        }
    }
}
