package io.maimen.ingest.query;

import io.maimen.ingest.clinical.OwnedReading;
import io.maimen.observation.Component;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.Quantity;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.code.UcumUnit;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Blood pressures for a chart: each reading with its time of day, and the means of mornings and evenings. Stateless. */
final class BloodPressureJson {
    /** Home limits of the Chinese hypertension guideline. */
    private static final int SYSTOLIC_LIMIT = 135;

    private static final int DIASTOLIC_LIMIT = 85;
    private static final BigDecimal MILLIMETRES_PER_KILOPASCAL = new BigDecimal("7.50062");
    /** What arrived so long after it was measured was not seen when it mattered. */
    private static final Duration LATE = Duration.ofMinutes(15);

    private BloodPressureJson() {}

    /** The parts of a day one measures in, by local time. */
    private enum Period {
        MORNING(6, 9),
        EVENING(18, 21),
        OTHER(0, 24);

        private final int fromHour;
        private final int toHour;

        Period(int fromHour, int toHour) {
            this.fromHour = fromHour;
            this.toHour = toHour;
        }

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Period of(Instant instant, ZoneId place) {
            int hour = instant.atZone(place).getHour();
            for (Period period : values()) {
                if (hour >= period.fromHour && hour < period.toHour) {
                    return period;
                }
            }
            return OTHER;
        }
    }

    /** Of a patient's readings those that are blood pressures, in the order given. */
    static JsonObject of(List<OwnedReading> readings, ZoneId place) {
        List<OwnedReading> panels = readings.stream()
                .filter(reading -> reading.fact().observation().type().equals(Nomenclature.BLOOD_PRESSURE))
                .toList();
        JsonArray items = new JsonArray();
        panels.forEach(panel -> items.add(reading(panel, readings, place)));
        return new JsonObject()
                .put("readings", items)
                .put(
                        "means",
                        new JsonObject()
                                .put("morning", means(panels, Period.MORNING, place))
                                .put("evening", means(panels, Period.EVENING, place)))
                .put("limits", new JsonObject().put("systolic", SYSTOLIC_LIMIT).put("diastolic", DIASTOLIC_LIMIT));
    }

    private static JsonObject reading(OwnedReading panel, List<OwnedReading> readings, ZoneId place) {
        Observation observation = panel.fact().observation();
        Optional<Quantity> systolic = component(observation, Nomenclature.BLOOD_PRESSURE_SYSTOLIC);
        return new JsonObject()
                .put("observationId", observation.id().hex())
                .put("measuredAt", JsonTime.of(panel.measuredAt()))
                .put("systolic", text(systolic))
                .put("diastolic", text(component(observation, Nomenclature.BLOOD_PRESSURE_DIASTOLIC)))
                .put("pulse", text(pulse(panel, readings)))
                .put(
                        "unit",
                        systolic.map(Quantity::unit)
                                .orElse(UcumUnit.MILLIMETRE_OF_MERCURY)
                                .code())
                .put("period", Period.of(panel.measuredAt(), place).text())
                .put(
                        "statuses",
                        new JsonArray(observation.statuses().stream()
                                .map(Enum::name)
                                .sorted()
                                .toList()))
                .put(
                        "late",
                        Duration.between(panel.measuredAt(), panel.fact().admittedAt())
                                        .compareTo(LATE)
                                > 0)
                .put("enteredByHand", observation.statuses().contains(MeasurementStatus.ENTERED_BY_HAND));
    }

    /** The pulse that the cuff counted with this pressure. */
    private static Optional<Quantity> pulse(OwnedReading panel, List<OwnedReading> readings) {
        return readings.stream()
                .filter(other -> other.measuredAt().equals(panel.measuredAt()))
                .map(other -> other.fact().observation())
                .filter(other -> other.type().equals(Nomenclature.PULSE_RATE_CUFF)
                        && other.source().equals(panel.fact().observation().source()))
                .flatMap(other -> number(new Component(other.type(), other.value())).stream())
                .findFirst();
    }

    /** Null where nothing was measured at that time of day. */
    private static JsonObject means(List<OwnedReading> panels, Period period, ZoneId place) {
        List<Observation> measured = panels.stream()
                .filter(panel -> Period.of(panel.measuredAt(), place) == period)
                .map(panel -> panel.fact().observation())
                .filter(panel ->
                        component(panel, Nomenclature.BLOOD_PRESSURE_SYSTOLIC).isPresent()
                                && component(panel, Nomenclature.BLOOD_PRESSURE_DIASTOLIC)
                                        .isPresent())
                .toList();
        return measured.isEmpty()
                ? null
                : new JsonObject()
                        .put("systolic", mean(measured, Nomenclature.BLOOD_PRESSURE_SYSTOLIC))
                        .put("diastolic", mean(measured, Nomenclature.BLOOD_PRESSURE_DIASTOLIC))
                        .put("unit", UcumUnit.MILLIMETRE_OF_MERCURY.code())
                        .put("count", measured.size());
    }

    private static String mean(List<Observation> panels, ObservationCode code) {
        return panels.stream()
                .flatMap(panel -> component(panel, code).stream())
                .map(BloodPressureJson::millimetres)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(panels.size()), 0, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static BigDecimal millimetres(Quantity pressure) {
        return pressure.unit().equals(UcumUnit.MILLIMETRE_OF_MERCURY)
                ? pressure.value()
                : pressure.value().multiply(MILLIMETRES_PER_KILOPASCAL);
    }

    private static Optional<Quantity> component(Observation panel, ObservationCode code) {
        return panel.components().stream()
                .filter(part -> part.type().equals(code))
                .flatMap(part -> number(part).stream())
                .findFirst();
    }

    private static Optional<Quantity> number(Component part) {
        return part.value() instanceof NumericValue numeric ? Optional.of(numeric.quantity()) : Optional.empty();
    }

    private static String text(Optional<Quantity> quantity) {
        return quantity.map(it -> it.value().toPlainString()).orElse(null);
    }
}
