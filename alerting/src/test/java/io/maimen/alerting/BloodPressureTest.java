package io.maimen.alerting;

import static io.maimen.alerting.rule.Samples.START;
import static io.maimen.alerting.rule.Samples.panel;
import static io.maimen.alerting.rule.Samples.reading;
import static io.maimen.alerting.rule.Samples.symptom;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.alerting.episode.EpisodeEnd;
import io.maimen.alerting.pack.RulePacks;
import io.maimen.alerting.review.Alert;
import io.maimen.alerting.review.AlertSample;
import io.maimen.alerting.rule.PatientSubject;
import io.maimen.alerting.rule.Priority;
import io.maimen.alerting.rule.Reading;
import io.maimen.alerting.rule.Subject;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A patient's cuff, told in seconds: what the shipped pack makes of single values, repeats and symptoms. */
class BloodPressureTest {
    private static final String HEADACHE = "R51";
    private static final Subject PATIENT = new PatientSubject(new PatientId("p-0001"), true);

    private final Assessor assessor = new Assessor(RulePacks.shipped());
    private final List<Reading> history = new ArrayList<>();
    private final Map<Object, Alert> known = new LinkedHashMap<>();

    @Test
    void singleCrisisAsksForARepeatAndCallsNobody() {
        take(panel(0, 185, 100));
        Alert alert = only("bp-crisis-repeat present");
        assertEquals(Priority.P3, alert.priority());
        assertEquals(Duration.ofMinutes(30), Duration.between(alert.openedAt(), alert.dueAt()), "a task for now");
        assertEquals("≥ 180/110 mm[Hg]", alert.rule().limit());
        assertEquals(Nomenclature.BLOOD_PRESSURE_SYSTOLIC, alert.shown().code());
        assertEquals(2, alert.measured().readings().size(), "both numbers are at hand");
    }

    @Test
    void secondCrisisConfirms() {
        take(panel(0, 185, 100));
        take(panel(90, 170, 112));
        alerts("bp-crisis-repeat SUPERSEDED", "bp-crisis present");
        Alert crisis = of("bp-crisis");
        assertEquals(Priority.P2, crisis.priority());
        assertEquals(2, crisis.evidence().size(), "the first and the repeat");
    }

    @Test
    void normalRepeatEndsTheQuestionAndLeavesItToAPerson() {
        take(panel(0, 185, 100));
        take(panel(90, 128, 78));
        Alert alert = only("bp-crisis-repeat NOT_CONFIRMED");
        assertTrue(alert.isOpen());
    }

    @Test
    void repeatThatIsHighButNoCrisisIsHighBloodPressure() {
        take(panel(0, 185, 100));
        take(panel(90, 150, 95));
        alerts("bp-crisis-repeat NOT_CONFIRMED", "bp-high present");
    }

    @Test
    void crisisThatNobodyRepeatsStaysATask() {
        take(panel(0, 185, 100));
        assertEquals(List.of(), assessor.assess(PATIENT, history, known.values(), START.plus(Duration.ofDays(3))));
        only("bp-crisis-repeat present");
    }

    /** One minute and thirty minutes belong to the window. */
    @ParameterizedTest
    @CsvSource({"0, false", "59, false", "60, true", "61, true", "1799, true", "1800, true", "1801, false"})
    void repeatCountsFromOneToThirtyMinutes(long second, boolean confirms) {
        take(panel(0, 185, 100));
        take(panel(second, 186, 100));
        assertEquals(
                confirms, known.values().stream().anyMatch(a -> a.rule().id().equals("bp-crisis")));
    }

    @Test
    void normalValueBetweenBreaksTheSitting() {
        take(panel(0, 185, 100));
        take(panel(90, 128, 78));
        take(panel(180, 185, 100));
        only("bp-crisis-repeat present");
    }

    @ParameterizedTest
    @CsvSource({"-3601, false", "-3600, true", "0, true", "3600, true", "3601, false"})
    void symptomWithinTheHourMakesItAnEmergencyWithoutARepeat(long second, boolean urgent) {
        take(panel(0, 185, 100));
        take(List.of(symptom(second, HEADACHE)));
        Alert last = known.values().stream()
                .min(Comparator.comparing(Alert::priority))
                .orElseThrow();
        assertEquals(
                urgent ? "bp-crisis-symptom" : "bp-crisis-repeat", last.rule().id());
        assertEquals(urgent ? Priority.P1 : Priority.P3, last.priority());
        assertEquals(urgent ? 2 : 1, last.evidence().size(), "the symptom is evidence");
    }

    @Test
    void complaintThatIsNoAlarmChangesNothing() {
        take(panel(0, 185, 100));
        take(List.of(symptom(10, "R04.0")));
        only("bp-crisis-repeat present");
    }

    @Test
    void singleRaisedValueOpensNothingAndTwoOfOneSittingDo() {
        take(panel(0, 142, 80));
        assertEquals(List.of(), List.copyOf(known.values()));
        take(panel(60, 133, 86));
        assertEquals(Priority.P3, only("bp-high present").priority());
    }

    @Test
    void crisisIsOverBelowOneHundredAndSixty() {
        take(panel(0, 185, 100));
        take(panel(90, 185, 100));
        take(panel(600, 160, 95));
        assertEquals("present", state(of("bp-crisis")));
        take(panel(700, 159, 95));
        assertEquals("CLEARED", state(of("bp-crisis")));
        assertEquals("present", state(of("bp-high")));
    }

    @Test
    void lowPressureAsksForARepeatThenCalls() {
        take(panel(0, 90, 60));
        assertEquals(Priority.P3, only("bp-low-repeat present").priority());
        take(panel(120, 88, 58));
        alerts("bp-low-repeat SUPERSEDED", "bp-low present");
        assertEquals(Priority.P2, of("bp-low").priority());
        take(List.of(symptom(300, "R55")));
        assertEquals(Priority.P1, of("bp-low-symptom").priority());
    }

    @Test
    void kilopascalsAreJudgedAlike() {
        Reading first = panel(0, 1, 1).get(0);
        take(List.of(reading(0, first.code(), "24.0", "kPa")));
        only("bp-crisis-repeat present");
    }

    @Test
    void readingsThatMoveToAnotherPatientEndTheAlert() {
        take(panel(0, 185, 100));
        take(panel(90, 185, 100));
        history.clear();
        take(panel(200, 120, 70));
        alerts("bp-crisis-repeat REASSIGNED", "bp-crisis REASSIGNED");
        take(panel(0, 185, 100));
        assertEquals("NOT_CONFIRMED", state(of("bp-crisis-repeat")), "it is this patient's after all");
        assertEquals("REASSIGNED", state(of("bp-crisis")), "the other half is not");
    }

    @Test
    void oneReadingOfTwoPatientsOpensTwoAlerts() {
        Subject other = new PatientSubject(new PatientId("p-0002"), true);
        take(panel(0, 185, 100));
        Alert theirs = assessor.assess(other, history, List.of(), START).get(0);
        assertEquals(
                2,
                List.of(theirs.id(), only("bp-crisis-repeat present").id()).stream()
                        .distinct()
                        .count());
    }

    @Test
    void readingThatComesBackAfterItsAlertWasClosedOpensAnother() {
        take(panel(0, 185, 100));
        history.clear();
        assess();
        known.replaceAll((id, alert) -> AlertSample.closed(alert, START.plusSeconds(600)));
        take(panel(0, 185, 100));
        assertEquals(2, known.size());
        assertEquals(1, known.values().stream().filter(Alert::isOpen).count());
    }

    private void take(Collection<Reading> readings) {
        history.addAll(readings);
        assess();
    }

    private void assess() {
        Instant now = START.plusSeconds(5_000);
        assessor.assess(PATIENT, history, known.values(), now).forEach(alert -> known.put(alert.id(), alert));
        assertEquals(
                List.of(), assessor.assess(PATIENT, history, known.values(), now), "judging again changes nothing");
    }

    private Alert only(String expected) {
        alerts(expected);
        return known.values().iterator().next();
    }

    private void alerts(String... expected) {
        assertEquals(
                List.of(expected),
                known.values().stream()
                        .map(alert -> alert.rule().id() + " " + state(alert))
                        .toList());
    }

    private Alert of(String rule) {
        return known.values().stream()
                .filter(alert -> alert.rule().id().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static String state(Alert alert) {
        return alert.ended().map(EpisodeEnd::reason).map(Enum::name).orElse("present");
    }
}
