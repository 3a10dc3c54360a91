package io.maimen.alerting.rule;

import static io.maimen.alerting.rule.Samples.minute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.maimen.observation.AbsentValue;
import io.maimen.observation.CodedValue;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.Observation;
import io.maimen.observation.TextValue;
import io.maimen.observation.code.Icd10Code;
import io.maimen.observation.code.Nomenclature;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private final Observation low = ObservationSample.glucose("2.5");

    @Test
    void numberBecomesAReadingWithBothClocks() {
        Reading reading = Reading.of(low, minute(9)).get(0);
        assertEquals(low.id(), reading.id());
        assertEquals(Samples.DEVICE, reading.device());
        assertEquals(Samples.value("2.5", "mmol/L"), reading.value());
        assertEquals(minute(0), reading.measuredAt());
        assertEquals(minute(2), reading.receivedAt());
        assertEquals(minute(9), reading.admittedAt());
        assertEquals(Duration.ofMinutes(9), reading.delay(), "waiting in the outbox counts too");
        assertEquals(
                new SourceSubject(Samples.DEVICE, Optional.empty(), low.source().specimen(), true),
                SourceSubject.of(reading));
    }

    @Test
    void absentValueIsNoReading() {
        assertEquals(
                List.of(),
                Reading.of(ObservationSample.with(low, new AbsentValue(DataAbsentReason.NOT_PERFORMED)), minute(9)));
    }

    @Test
    void panelBecomesAReadingForEachNumberInIt() {
        List<Reading> readings = Reading.of(ObservationSample.pressure(185, 100), minute(9));
        assertEquals(
                List.of(Nomenclature.BLOOD_PRESSURE_SYSTOLIC, Nomenclature.BLOOD_PRESSURE_DIASTOLIC),
                readings.stream().map(Reading::code).toList(),
                "the mean is not a number, the panel itself has no value");
        assertEquals(1, readings.stream().map(Reading::id).distinct().count());
    }

    @Test
    void symptomBecomesAReadingWithoutANumber() {
        Icd10Code headache = new Icd10Code("R51");
        Reading reading = Reading.of(ObservationSample.with(low, new CodedValue(headache)), minute(9))
                .get(0);
        assertEquals(Optional.of(headache), reading.finding());
        assertEquals(Optional.empty(), reading.number());
    }

    @Test
    void textIsNoReading() {
        assertEquals(List.of(), Reading.of(ObservationSample.with(low, new TextValue("HI")), minute(9)));
    }

    @Test
    void qualityControlIsNoReading() {
        Observation control = ObservationSample.with(low, Set.of(MeasurementStatus.QUALITY_CONTROL));
        assertEquals(List.of(), Reading.of(control, minute(9)));
    }

    @Test
    void controlSolutionIsNoReadingEvenWithoutTheStatus() {
        Observation control = ObservationSample.with(low, Nomenclature.GLUCOSE_CONTROL);
        assertEquals(List.of(), Reading.of(control, minute(9)));
        assertThrows(
                IllegalArgumentException.class,
                () -> Samples.reading(0, Nomenclature.GLUCOSE_CONTROL, "2.5", "mmol/L"));
    }

    @Test
    void doubtedResultIsStillJudged() {
        Observation doubted = ObservationSample.with(low, Set.of(MeasurementStatus.QUESTIONABLE));
        assertEquals(
                Set.of(MeasurementStatus.QUESTIONABLE),
                Reading.of(doubted, minute(9)).get(0).statuses());
    }
}
