package io.maimen.driver.gatt;

import io.maimen.driver.reading.Origin;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.Observation;
import io.maimen.observation.RawFrame;
import io.maimen.observation.code.MdcCode;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.UcumUnit;
import io.maimen.observation.time.DeviceTime;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what a meter's record means: glucose in the fluid it names, or a control that is nobody's result. Stateless. */
final class GlucoseObservations {
    /** kg/L to mg/dL, and mol/L to mmol/L: the same digits. */
    private static final int KILOGRAM_TO_MILLIGRAM = 5;

    private static final int MOLE_TO_MILLIMOLE = 3;
    /** Too little blood, a strip put in wrongly or a wrong one, read interrupted, or a fault: bits 1 to 4 and 9 to 10. */
    private static final int DOUBTFUL = 0b0110_0001_1110;
    /** What the meter sends for an offset that does not fit. */
    private static final Set<Integer> NO_OFFSET = Set.of(0x7FFF, -0x8000);

    private GlucoseObservations() {}

    static List<Observation> of(GlucoseMeasurement measured, List<RawFrame> frames, long number, Origin origin) {
        if (measured.sample().isEmpty()) {
            return List.of();
        }
        GlucoseMeasurement.Sample sample = measured.sample().get();
        Set<MeasurementStatus> statuses = EnumSet.noneOf(MeasurementStatus.class);
        if (sample.isControl()) {
            statuses.add(MeasurementStatus.QUALITY_CONTROL);
        }
        if ((measured.status() & DOUBTFUL) != 0) {
            statuses.add(MeasurementStatus.QUESTIONABLE);
        }
        return List.of(origin.measurement(
                        Optional.empty(),
                        time(measured, origin),
                        number,
                        frames,
                        statuses,
                        Integer.toString(measured.sequence()),
                        sample.concentration().text(),
                        Boolean.toString(sample.molar()),
                        Integer.toString(sample.type()))
                .observation(
                        code(sample),
                        sample.molar()
                                ? sample.concentration().in(UcumUnit.MILLIMOLE_PER_LITRE, MOLE_TO_MILLIMOLE)
                                : sample.concentration().in(UcumUnit.MILLIGRAM_PER_DECILITRE, KILOGRAM_TO_MILLIGRAM)));
    }

    /** Base time and offset together are what the meter showed. */
    private static Optional<DeviceTime> time(GlucoseMeasurement measured, Origin origin) {
        int minutes = measured.offsetMinutes()
                .filter(offset -> !NO_OFFSET.contains(offset))
                .orElse(0);
        return measured.time()
                .plus(Duration.ofMinutes(minutes))
                .deviceTime(origin.context().place());
    }

    private static MdcCode code(GlucoseMeasurement.Sample sample) {
        if (sample.isControl()) {
            return Nomenclature.GLUCOSE_CONTROL;
        }
        return switch (sample.type()) {
            case 1 -> Nomenclature.GLUCOSE_CAPILLARY_WHOLE_BLOOD;
            case 2 -> Nomenclature.GLUCOSE_CAPILLARY_PLASMA;
            case 3 -> Nomenclature.GLUCOSE_VENOUS_WHOLE_BLOOD;
            case 4 -> Nomenclature.GLUCOSE_VENOUS_PLASMA;
            case 5 -> Nomenclature.GLUCOSE_ARTERIAL_WHOLE_BLOOD;
            case 6 -> Nomenclature.GLUCOSE_ARTERIAL_PLASMA;
            case 7 -> Nomenclature.GLUCOSE_WHOLE_BLOOD;
            case 9 -> Nomenclature.GLUCOSE_INTERSTITIAL;
            default -> Nomenclature.GLUCOSE_PLASMA;
        };
    }
}
