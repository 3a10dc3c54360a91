package io.maimen.alerting;

import static io.maimen.alerting.rule.Samples.glucose;
import static io.maimen.alerting.rule.Samples.minute;
import static io.maimen.alerting.rule.Samples.panel;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.alerting.pack.LimitText;
import io.maimen.alerting.pack.RulePack;
import io.maimen.alerting.pack.RulePacks;
import io.maimen.alerting.review.Alert;
import io.maimen.alerting.review.AlertCondition;
import io.maimen.alerting.rule.Decision;
import io.maimen.alerting.rule.LimitRule;
import io.maimen.alerting.rule.ObservationSample;
import io.maimen.alerting.rule.OwnLimit;
import io.maimen.alerting.rule.PatientSubject;
import io.maimen.alerting.rule.Reading;
import io.maimen.observation.patient.PatientId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patients with limits of their own. The pack's GL-4: raised at ≥ 16.7 mmol/L, over below 15.0, which is 1.7 lower. */
class OwnLimitTest {
    private static final PatientSubject WANG = new PatientSubject(new PatientId("p-wang"), true);
    private static final Assessor PACKS = new Assessor(RulePacks.shipped());

    private static OwnLimit own(String rule, String limit, long fromMinute, long untilMinute) {
        Decision decision = new Decision("dr-chen", "stable for years", minute(fromMinute), minute(untilMinute));
        return new OwnLimit(rule, LimitText.parseAll(limit), decision);
    }

    private static List<Alert> judged(List<OwnLimit> own, Reading... readings) {
        return PACKS.with(own).assess(WANG, Arrays.asList(readings), List.of(), minute(600));
    }

    private static List<String> told(List<OwnLimit> own, Reading... readings) {
        return judged(own, readings).stream()
                .map(alert -> alert.rule().id() + " " + alert.rule().limit())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({">= 20.0 mmol/L,19.9,20.0", ">= 13.0 mmol/L,12.9,13.0", ">= 16.75 mmol/L,16.7,16.75"})
    void thePatientsOwnLimitJudgesInThePlaceOfThePacks(String limit, String within, String over) {
        List<OwnLimit> own = List.of(own("GL-4", limit, 0, 60));
        assertEquals(List.of(), told(own, glucose(10, within)));
        Alert alert = judged(own, glucose(10, over)).get(0);
        assertEquals(limit.replace(">=", "≥"), alert.rule().limit());
        assertEquals(own.get(0).decision(), alert.rule().own().orElseThrow());
    }

    @Test
    void whereThePacksLimitJudgedNobodyIsNamed() {
        Alert alert = judged(List.of(), glucose(10, "16.7")).get(0);
        assertEquals("≥ 16.7 mmol/L", alert.rule().limit());
        assertEquals(Optional.empty(), alert.rule().own());
    }

    /** Judged ten hours later: what counts is when it was measured. */
    @Test
    void itCountsForWhatIsMeasuredFromItsSettingUntilItsEnd() {
        List<OwnLimit> own = List.of(own("GL-4", ">= 20.0 mmol/L", 30, 60));
        List<String> byThePack = List.of("GL-4 ≥ 16.7 mmol/L");
        assertEquals(byThePack, told(own, glucose(29, "17.0")));
        assertEquals(List.of(), told(own, glucose(30, "17.0")));
        assertEquals(List.of(), told(own, glucose(59, "17.0")));
        assertEquals(byThePack, told(own, glucose(60, "17.0")));
    }

    @Test
    void settingALimitLaterLeavesEarlierJudgementsAsTheyWere() {
        Reading before = glucose(10, "17.0");
        List<Alert> opened = judged(List.of(), before);
        List<OwnLimit> own = List.of(own("GL-4", ">= 20.0 mmol/L", 30, 600));
        assertEquals(List.of(), PACKS.with(own).assess(WANG, List.of(before), opened, minute(31)));
    }

    @Test
    void theLimitDecidedLastCountsAndWhenItIsOverThePacksDoes() {
        List<OwnLimit> own = List.of(own("GL-4", ">= 20.0 mmol/L", 0, 600), own("GL-4", ">= 25.0 mmol/L", 100, 200));
        assertEquals(List.of("GL-4 ≥ 20.0 mmol/L"), told(own, glucose(99, "20.0")));
        assertEquals(List.of(), told(own, glucose(100, "24.9")));
        assertEquals(List.of("GL-4 ≥ 16.7 mmol/L"), told(own, glucose(200, "17.0")));
    }

    @Test
    void theWayBackIsAsLongAsThePacks() {
        List<OwnLimit> own = List.of(own("GL-4", ">= 20.0 mmol/L", 0, 600));
        Reading high = glucose(0, "20.0");
        assertEquals(
                AlertCondition.PRESENT,
                judged(own, high, glucose(9, "18.3")).get(0).condition());
        assertEquals(
                AlertCondition.ENDED,
                judged(own, high, glucose(9, "18.2")).get(0).condition());
    }

    @Test
    void otherRulesOfTheFamilyKeepThePacksLimits() {
        List<OwnLimit> own = List.of(own("GL-1", "< 3.5 mmol/L", 0, 600));
        assertEquals(List.of(), told(own, glucose(0, "3.5")));
        assertEquals(List.of("GL-1 < 3.5 mmol/L"), told(own, glucose(0, "3.4")));
        assertEquals(List.of("GL-2 < 3.0 mmol/L"), told(own, glucose(0, "2.9")));
    }

    @Test
    void aRuleOfTwoQuantitiesTakesTwoBounds() {
        List<OwnLimit> own = List.of(own("bp-crisis-repeat", ">= 160/100 mm[Hg]", 0, 600));
        List<String> raised = List.of("bp-crisis-repeat ≥ 160/100 mm[Hg]");
        assertEquals(List.of(), judgedPanel(own, 159, 99));
        assertEquals(raised, judgedPanel(own, 160, 70));
        assertEquals(raised, judgedPanel(own, 120, 100));
    }

    private static List<String> judgedPanel(List<OwnLimit> own, int systolic, int diastolic) {
        return told(own, panel(0, systolic, diastolic).toArray(Reading[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> 20.0 mmol/L",
                "<= 20.0 mmol/L",
                ">= 300 mg/dL",
                ">= 20.0/15.0 mmol/L",
                ">= 1.7 mmol/L" // 1.7 lower is 0, and nothing is below that
            })
    void whatDoesNotFitTheRuleDoesNotCount(String limit) {
        assertEquals(Optional.empty(), rule("GL-4").withLimits(LimitText.parseAll(limit)));
        assertEquals(List.of("GL-4 ≥ 16.7 mmol/L"), told(List.of(own("GL-4", limit, 0, 60)), glucose(10, "16.7")));
    }

    private static LimitRule rule(String id) {
        return RulePacks.shipped().stream()
                .map(RulePack::rules)
                .flatMap(List::stream)
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {">= 180/ mm[Hg]", ">= /110 mm[Hg]", ">= 180/0 mm[Hg]", "180/110 mm[Hg]"})
    void boundsNobodyCanReadAreRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> LimitText.parseAll(text));
    }

    @Test
    void aDecisionWithoutAuthorReasonOrBoundIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Decision(" ", "why", minute(0), minute(1)));
        assertThrows(IllegalArgumentException.class, () -> new Decision("dr-chen", "", minute(0), minute(1)));
        Decision decision = new Decision("dr-chen", "why", minute(0), minute(1));
        assertThrows(IllegalArgumentException.class, () -> new OwnLimit("GL-4", List.of(), decision));
    }

    @Test
    void thePatientsOwnLimitChoosesTheLane() {
        LaneRule packs = new LaneRule(RulePacks.shipped());
        LaneRule wang = packs.with(List.of(own("GL-4", ">= 20.0 mmol/L", -60, 60)));
        assertTrue(packs.mayAlarm(ObservationSample.glucose("17.0")));
        assertFalse(wang.mayAlarm(ObservationSample.glucose("19.9")));
        assertTrue(wang.mayAlarm(ObservationSample.glucose("20.0")));
        assertTrue(wang.mayAlarm(ObservationSample.glucose("3.8")), "other rules as in the pack");
        LaneRule ended = packs.with(List.of(own("GL-4", ">= 20.0 mmol/L", -60, 0)));
        assertTrue(ended.mayAlarm(ObservationSample.glucose("17.0")));
    }
}
