package io.maimen.alerting.rule;

import io.maimen.observation.Bytes;
import io.maimen.observation.CodedValue;
import io.maimen.observation.NumericValue;
import io.maimen.observation.ObservationId;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.Quantity;
import io.maimen.observation.QuantityComparator;
import io.maimen.observation.code.Icd10Code;
import io.maimen.observation.code.LoincCode;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.code.UcumUnit;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.SpecimenId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Readings for tests, told in minutes and texts: {@code glucose(5, "<0.6")} is five minutes into the test. */
public final class Samples {
    public static final Instant START = Instant.parse("2025-03-01T08:00:00Z");
    public static final DeviceId DEVICE = DeviceId.serial("AN-0001");

    private static final LoincCode SYMPTOM = new LoincCode("75325-1");

    private Samples() {}

    public static Instant minute(long minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    /** Glucose in mmol/L of specimen S1, received two seconds after it was measured. */
    public static Reading glucose(long minute, String value) {
        return reading(minute, Nomenclature.GLUCOSE_CAPILLARY_WHOLE_BLOOD, value, "mmol/L");
    }

    public static Reading potassium(long minute, String value) {
        return reading(minute, Nomenclature.POTASSIUM_BLOOD, value, "mmol/L");
    }

    public static Reading reading(long minute, ObservationCode code, String value, String unit) {
        Instant received = minute(minute).plusSeconds(2);
        return new Reading(
                id(minute + "/" + code + "/" + value + "/" + unit),
                DEVICE,
                Optional.empty(),
                Optional.of(new SpecimenId("S1")),
                code,
                value(value, unit),
                minute(minute),
                received,
                received,
                true,
                Set.of());
    }

    /** A cuff's panel in mm[Hg], measured {@code second} seconds into the test. */
    public static Measurement pressure(long second, int systolic, int diastolic) {
        return new Measurement(panel(second, systolic, diastolic));
    }

    /** The two numbers of a panel, as readings. */
    public static List<Reading> panel(long second, int systolic, int diastolic) {
        ObservationId id = id("panel " + second + " " + systolic + " " + diastolic);
        return List.of(
                of(id, second, Nomenclature.BLOOD_PRESSURE_SYSTOLIC, value(systolic + "", "mm[Hg]")),
                of(id, second, Nomenclature.BLOOD_PRESSURE_DIASTOLIC, value(diastolic + "", "mm[Hg]")));
    }

    /** A symptom by its ICD-10 code, reported {@code second} seconds into the test. */
    public static Reading symptom(long second, String icd10) {
        return of(id("symptom " + second + icd10), second, SYMPTOM, new CodedValue(new Icd10Code(icd10)));
    }

    private static Reading of(ObservationId id, long second, ObservationCode code, ObservationValue value) {
        Instant measured = START.plusSeconds(second);
        return new Reading(
                id,
                DEVICE,
                Optional.empty(),
                Optional.empty(),
                code,
                value,
                measured,
                measured.plusSeconds(2),
                measured.plusSeconds(2),
                true,
                Set.of());
    }

    /** The same reading, arriving at another moment. */
    public static Reading arriving(Reading reading, Instant receivedAt) {
        return new Reading(
                reading.id(),
                reading.device(),
                reading.slot(),
                reading.specimen(),
                reading.code(),
                reading.value(),
                reading.measuredAt(),
                receivedAt,
                receivedAt,
                reading.simulated(),
                reading.statuses());
    }

    /** The same values about another specimen. */
    public static Reading ofSpecimen(Reading reading, Optional<SpecimenId> specimen) {
        return new Reading(
                id(reading.id().hex() + specimen),
                reading.device(),
                reading.slot(),
                specimen,
                reading.code(),
                reading.value(),
                reading.measuredAt(),
                reading.receivedAt(),
                reading.admittedAt(),
                reading.simulated(),
                reading.statuses());
    }

    /** A number as a device writes it, {@code 2.7} or {@code <0.6}. */
    public static NumericValue value(String text, String unit) {
        QuantityComparator comparator = QuantityComparator.EXACT;
        for (QuantityComparator each : QuantityComparator.values()) {
            if (text.startsWith(each.symbol())
                    && each.symbol().length() >= comparator.symbol().length()) {
                comparator = each;
            }
        }
        String digits = text.replaceAll("[<>=]", "");
        return new NumericValue(new Quantity(new BigDecimal(digits), new UcumUnit(unit)), comparator);
    }

    private static ObservationId id(String content) {
        return ObservationId.derive(
                DEVICE,
                Nomenclature.GLUCOSE_CAPILLARY_WHOLE_BLOOD,
                Optional.empty(),
                Bytes.of(content.getBytes(StandardCharsets.UTF_8)));
    }
}
