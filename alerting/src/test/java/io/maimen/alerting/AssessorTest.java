package io.maimen.alerting;

import static io.maimen.alerting.rule.Samples.arriving;
import static io.maimen.alerting.rule.Samples.glucose;
import static io.maimen.alerting.rule.Samples.minute;
import static io.maimen.alerting.rule.Samples.ofSpecimen;
import static io.maimen.alerting.rule.Samples.potassium;
import static io.maimen.alerting.rule.Samples.reading;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.alerting.episode.EpisodeEnd;
import io.maimen.alerting.pack.RulePacks;
import io.maimen.alerting.review.Alert;
import io.maimen.alerting.review.AlertCondition;
import io.maimen.alerting.review.AlertSample;
import io.maimen.alerting.review.AlertState;
import io.maimen.alerting.rule.Priority;
import io.maimen.alerting.rule.Reading;
import io.maimen.observation.code.LoincCode;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.device.SpecimenId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AssessorTest {
    private final BySource assessor = new BySource(new Assessor(List.of(RulePacks.pointOfCare())));
    private final List<Reading> history = new ArrayList<>();
    private final List<Alert> known = new ArrayList<>();

    @Test
    void lowReadingOpensOneAlertWithAllADoctorNeeds() {
        Reading low = glucose(0, "2.5");
        take(1, low);
        Alert alert = only();
        assertEquals("GL-2", alert.rule().id(), "2.5 is below 3.9 too, but only the more severe rule speaks");
        assertEquals("poct-critical", alert.rule().pack());
        assertEquals(1, alert.rule().version());
        assertEquals("< 3.0 mmol/L", alert.rule().limit());
        assertEquals(Priority.P1, alert.priority());
        assertEquals(low, alert.shown());
        assertEquals(AlertState.NEW, alert.state());
        assertEquals(AlertCondition.PRESENT, alert.condition());
        assertEquals(minute(1), alert.openedAt());
        assertEquals(minute(6), alert.dueAt(), "P1: five minutes");
        assertFalse(alert.late());
    }

    @Test
    void worseReadingOpensTheMoreSevereRuleAndLeavesTheLesserOneForAPerson() {
        take(1, glucose(0, "3.5"));
        take(11, glucose(10, "2.5"));
        Alert lesser = ofRule("GL-1");
        assertEquals(Optional.of(new EpisodeEnd(minute(10), EpisodeEnd.Reason.SUPERSEDED)), lesser.ended());
        assertEquals(AlertState.NEW, lesser.state(), "the machine does not close it");
        assertEquals(AlertCondition.PRESENT, ofRule("GL-2").condition());
    }

    @Test
    void recoveryEndsTheConditionAndNotTheWork() {
        take(1, glucose(0, "2.5"));
        take(31, glucose(30, "4.8"));
        assertEquals(AlertCondition.ENDED, only().condition());
        assertEquals(AlertState.NEW, only().state());
    }

    @Test
    void halfRecoveryIsTheLesserRulesNews() {
        take(1, glucose(0, "2.5"));
        take(21, glucose(20, "3.5"));
        assertEquals(AlertCondition.ENDED, ofRule("GL-2").condition());
        assertEquals(AlertCondition.PRESENT, ofRule("GL-1").condition());
    }

    @Test
    void newEpisodeJoinsTheOpenAlert() {
        take(1, glucose(0, "2.5"));
        take(31, glucose(30, "4.8"));
        take(61, glucose(60, "2.9"));
        assertEquals(AlertCondition.PRESENT, only().condition());
        assertEquals(glucose(0, "2.5"), only().shown(), "the worst stays in sight");
        assertEquals(2, only().evidence().size());
    }

    @Test
    void closedAlertStaysClosedOnTheSameEvidence() {
        take(1, glucose(0, "2.5"));
        closeAt(2);
        assess(3);
        assertEquals(1, known.size());
    }

    @Test
    void stillLowAfterClosingOpensAnotherAlert() {
        take(1, glucose(0, "2.5"));
        closeAt(10);
        take(21, glucose(20, "2.5"));
        assertEquals(2, known.size());
        assertEquals(glucose(20, "2.5"), open().shown());
    }

    @Test
    void olderAndNoWorseThanWhatWasClosedOpensNothing() {
        take(1, glucose(0, "2.5"));
        closeAt(10);
        take(12, glucose(5, "2.6"));
        assertEquals(1, known.size());
    }

    @Test
    void olderButWorseThanWhatWasClosedOpensAnotherAlert() {
        take(1, glucose(0, "2.5"));
        closeAt(10);
        take(12, glucose(5, "1.9"));
        assertEquals(glucose(5, "1.9"), open().shown());
    }

    @Test
    void newEpisodeAfterClosingOpensAnotherAlert() {
        take(1, glucose(0, "2.5"));
        take(4, glucose(3, "5.0"));
        closeAt(10);
        take(12, glucose(8, "2.9"));
        assertEquals(2, known.size());
    }

    @Test
    void whatArrivesLateIsShownAsLateUntilALiveReadingJoins() {
        take(60, arriving(glucose(0, "2.5"), minute(60)));
        assertTrue(only().late());
        take(62, glucose(61, "2.6"));
        assertFalse(only().late());
    }

    @Test
    void lateKnowledgeThatAWorseRuleSpokeEndsTheLesserAlert() {
        take(11, glucose(10, "3.1"));
        assertEquals(AlertCondition.PRESENT, ofRule("GL-1").condition());
        // 3.1 does not clear the more severe rule, whose proof turns out to have come before it.
        take(12, glucose(0, "2.5"));
        assertEquals(
                Optional.of(new EpisodeEnd(minute(10), EpisodeEnd.Reason.SUPERSEDED)),
                ofRule("GL-1").ended());
        assertEquals(AlertCondition.PRESENT, ofRule("GL-2").condition());
        assertEquals(List.of(), assessor.assess(history, known, minute(13)));
    }

    @Test
    void milligramsPerDecilitreAreConvertedExactly() {
        // 54.0545 mg/dL < 3.0 mmol/L × 18.0182 = 54.0546 mg/dL
        take(1, reading(0, Nomenclature.GLUCOSE_CAPILLARY_WHOLE_BLOOD, "54.0545", "mg/dL"));
        assertEquals("GL-2", only().rule().id());
        known.clear();
        history.clear();
        take(1, reading(0, Nomenclature.GLUCOSE_CAPILLARY_WHOLE_BLOOD, "54.0546", "mg/dL"));
        assertEquals("GL-1", only().rule().id());
    }

    @Test
    void unitNobodyCanJudgeRaisesATechnicalAlertUntilAJudgeableReading() {
        take(1, reading(0, Nomenclature.POTASSIUM_BLOOD, "250", "mg/L"));
        assertEquals("K-U", only().rule().id());
        assertEquals(Priority.T, only().priority());
        assertEquals("mmol/L", only().rule().limit());
        take(3, potassium(2, "4.0"));
        assertEquals(AlertCondition.ENDED, only().condition());
    }

    @Test
    void loincCodeOfTheSameQuantityIsJudgedAlike() {
        take(1, reading(0, new LoincCode("15074-8"), "2.5", "mmol/L"));
        assertEquals("GL-2", only().rule().id());
    }

    @Test
    void specimensAndDevicesWithoutOneAreApart() {
        take(1, glucose(0, "2.5"));
        take(2, ofSpecimen(glucose(0, "2.5"), Optional.of(new SpecimenId("S2"))));
        take(3, ofSpecimen(glucose(0, "2.5"), Optional.empty()));
        assertEquals(3, known.size());
        assertEquals(3, known.stream().map(Alert::id).distinct().count());
    }

    private void take(long nowMinute, Reading reading) {
        history.add(reading);
        assess(nowMinute);
    }

    private void assess(long nowMinute) {
        for (Alert change : assessor.assess(history, known, minute(nowMinute))) {
            known.removeIf(alert -> alert.id().equals(change.id()));
            known.add(change);
        }
    }

    private void closeAt(long minute) {
        Alert closed = AlertSample.closed(open(), minute(minute));
        known.replaceAll(alert -> alert.id().equals(closed.id()) ? closed : alert);
    }

    private Alert only() {
        assertEquals(1, known.size());
        return known.get(0);
    }

    private Alert open() {
        List<Alert> open = known.stream().filter(Alert::isOpen).toList();
        assertEquals(1, open.size());
        return open.get(0);
    }

    private Alert ofRule(String id) {
        List<Alert> alerts =
                known.stream().filter(alert -> alert.rule().id().equals(id)).toList();
        assertEquals(1, alerts.size());
        return alerts.get(0);
    }
}
