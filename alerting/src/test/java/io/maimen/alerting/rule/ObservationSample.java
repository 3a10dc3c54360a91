package io.maimen.alerting.rule;

import io.maimen.observation.AbsentValue;
import io.maimen.observation.Bytes;
import io.maimen.observation.Component;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.DriverRef;
import io.maimen.observation.MeasurementSource;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationId;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.Provenance;
import io.maimen.observation.Timing;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.device.SpecimenId;
import io.maimen.observation.time.DeviceTime;
import io.maimen.observation.time.ReceiveTime;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Observations for tests: a glucose result measured at minute 0, received at minute 2. */
public final class ObservationSample {
    private ObservationSample() {}

    public static Observation glucose(String value) {
        DeviceTime measured = DeviceTime.of(Samples.minute(0));
        ObservationCode code = Nomenclature.GLUCOSE_CAPILLARY_WHOLE_BLOOD;
        return new Observation(
                ObservationId.derive(
                        Samples.DEVICE, code, Optional.of(measured), Bytes.of(value.getBytes(StandardCharsets.UTF_8))),
                MeasurementSource.of(Samples.DEVICE, new SpecimenId("S1")),
                code,
                Samples.value(value, "mmol/L"),
                List.of(),
                Timing.of(measured, new ReceiveTime(Samples.minute(2))),
                Set.of(),
                new Provenance(new DriverRef("astm", "1"), List.of(), true));
    }

    /** A cuff's panel in mm[Hg], without a mean. */
    public static Observation pressure(int systolic, int diastolic) {
        Observation o = with(glucose(systolic + "" + diastolic), new AbsentValue(DataAbsentReason.NOT_APPLICABLE));
        List<Component> components = List.of(
                new Component(Nomenclature.BLOOD_PRESSURE_SYSTOLIC, Samples.value(systolic + "", "mm[Hg]")),
                new Component(Nomenclature.BLOOD_PRESSURE_DIASTOLIC, Samples.value(diastolic + "", "mm[Hg]")),
                new Component(Nomenclature.BLOOD_PRESSURE_MEAN, new AbsentValue(DataAbsentReason.NOT_A_NUMBER)));
        return new Observation(
                o.id(),
                o.source(),
                Nomenclature.BLOOD_PRESSURE,
                o.value(),
                components,
                o.timing(),
                o.statuses(),
                o.provenance());
    }

    public static Observation with(Observation o, ObservationValue value) {
        return new Observation(
                o.id(), o.source(), o.type(), value, o.components(), o.timing(), o.statuses(), o.provenance());
    }

    public static Observation with(Observation o, Set<MeasurementStatus> statuses) {
        return new Observation(
                o.id(), o.source(), o.type(), o.value(), o.components(), o.timing(), statuses, o.provenance());
    }

    public static Observation with(Observation o, ObservationCode type) {
        return new Observation(
                o.id(), o.source(), type, o.value(), o.components(), o.timing(), o.statuses(), o.provenance());
    }
}
