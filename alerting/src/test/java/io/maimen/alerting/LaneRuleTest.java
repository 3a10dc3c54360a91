package io.maimen.alerting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.alerting.pack.RulePacks;
import io.maimen.alerting.rule.ObservationSample;
import io.maimen.alerting.rule.Samples;
import io.maimen.observation.AbsentValue;
import io.maimen.observation.CodedValue;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.code.Icd10Code;
import io.maimen.observation.code.Nomenclature;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaneRuleTest {
    private final LaneRule lanes = new LaneRule(RulePacks.shipped());

    @ParameterizedTest
    @CsvSource({"2.5,true", "3.8,true", "3.9,false", "16.6,false", "16.7,true", "<0.6,true", ">33.3,true", ">5.0,true"})
    void whatMayMeetALimitTravelsWithTheAlarms(String value, boolean expected) {
        assertEquals(expected, lanes.mayAlarm(ObservationSample.glucose(value)));
    }

    @Test
    void unitNobodyCanJudgeTravelsWithTheAlarms() {
        assertTrue(
                lanes.mayAlarm(ObservationSample.with(ObservationSample.glucose("5.0"), Samples.value("5.0", "g/L"))));
    }

    @Test
    void controlsAbsentValuesAndOtherQuantitiesDoNot() {
        var low = ObservationSample.glucose("2.5");
        assertFalse(lanes.mayAlarm(ObservationSample.with(low, Set.of(MeasurementStatus.QUALITY_CONTROL))));
        assertFalse(lanes.mayAlarm(ObservationSample.with(low, Nomenclature.GLUCOSE_CONTROL)));
        assertFalse(lanes.mayAlarm(ObservationSample.with(low, Nomenclature.ECG_LEAD_I)));
        assertFalse(lanes.mayAlarm(ObservationSample.with(low, new AbsentValue(DataAbsentReason.NOT_PERFORMED))));
    }

    @ParameterizedTest
    @CsvSource({"179,109,false", "180,70,true", "120,110,true", "90,60,true", "91,60,false", "140,90,false"})
    void anyNumberOfAPanelThatMayCallSomebodyTravelsWithTheAlarms(int systolic, int diastolic, boolean expected) {
        assertEquals(expected, lanes.mayAlarm(ObservationSample.pressure(systolic, diastolic)));
    }

    @Test
    void symptomThatMakesAnAlertMoreUrgentTravelsWithIt() {
        assertTrue(lanes.mayAlarm(
                ObservationSample.with(ObservationSample.glucose("5.0"), new CodedValue(new Icd10Code("R51")))));
        assertFalse(lanes.mayAlarm(
                ObservationSample.with(ObservationSample.glucose("5.0"), new CodedValue(new Icd10Code("R04.0")))));
    }
}
