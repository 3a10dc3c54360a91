package io.maimen.alerting.rule;

import static io.maimen.alerting.rule.Samples.glucose;
import static io.maimen.alerting.rule.Samples.potassium;
import static io.maimen.alerting.rule.Samples.pressure;
import static io.maimen.alerting.rule.Samples.reading;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.alerting.pack.RulePacks;
import io.maimen.observation.Quantity;
import io.maimen.observation.QuantityComparator;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.UcumUnit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LimitRuleTest {
    private final LimitRule veryLow = rule("GL-2"); // raised < 3.0, cleared >= 3.3
    private final LimitRule high = rule("GL-4"); // raised >= 16.7
    private final LimitRule crisis = rule("bp-crisis"); // raised >= 180/110, cleared < 160/100

    @Test
    void betweenRaiseAndClearNothingIsProved() {
        Measurement between = one(glucose(0, "3.2"));
        assertFalse(veryLow.isRaisedBy(between));
        assertFalse(veryLow.isClearedBy(between));
    }

    @Test
    void endOfTheDevicesRangeProvesWhatItProves() {
        assertTrue(veryLow.isRaisedBy(one(glucose(0, "<0.6"))));
        assertTrue(high.isRaisedBy(one(glucose(0, ">33.3"))));
        Measurement aboveFive = one(glucose(0, ">5.0"));
        assertFalse(high.isRaisedBy(aboveFive));
        assertFalse(high.isClearedBy(aboveFive));
        assertFalse(high.thresholds().get(0).isRuledOutBy(glucose(0, ">5.0")));
        assertTrue(veryLow.isClearedBy(aboveFive));
    }

    @Test
    void anotherQuantityIsNoneOfItsBusiness() {
        assertFalse(veryLow.isRaisedBy(one(potassium(0, "2.0"))));
        assertFalse(veryLow.isClearedBy(one(potassium(0, "6.0"))));
    }

    @Test
    void unknownUnitNeitherRaisesNorClears() {
        Reading grams = reading(0, Nomenclature.GLUCOSE_CAPILLARY_WHOLE_BLOOD, "0.4", "g/L");
        assertFalse(veryLow.isRaisedBy(one(grams)));
        assertFalse(veryLow.isClearedBy(one(grams)));
        assertFalse(veryLow.thresholds().get(0).isRuledOutBy(grams));
    }

    @Test
    void oneOfTwoLimitsRaisesAndOnlyBothClear() {
        assertTrue(crisis.isRaisedBy(pressure(0, 180, 70)));
        assertTrue(crisis.isRaisedBy(pressure(0, 120, 110)));
        assertFalse(crisis.isRaisedBy(pressure(0, 179, 109)));
        assertTrue(crisis.isClearedBy(pressure(0, 159, 99)));
        assertFalse(crisis.isClearedBy(pressure(0, 159, 100)));
        assertFalse(crisis.isClearedBy(pressure(0, 160, 99)));
        assertFalse(
                crisis.isClearedBy(one(reading(0, Nomenclature.BLOOD_PRESSURE_SYSTOLIC, "120", "mm[Hg]"))),
                "what was not measured is not known to be over");
    }

    @Test
    void numberFurthestOutIsShown() {
        assertEquals(
                Nomenclature.BLOOD_PRESSURE_SYSTOLIC,
                crisis.worst(pressure(0, 200, 111)).code());
        assertEquals(
                Nomenclature.BLOOD_PRESSURE_DIASTOLIC,
                crisis.worst(pressure(0, 181, 130)).code());
        assertTrue(crisis.compareSeverity(pressure(0, 181, 130), pressure(1, 200, 111)) > 0, "118 % against 111 %");
    }

    @Test
    void severityIsTheDistanceOutwardsInWhateverUnit() {
        Measurement inMillimoles = one(glucose(0, "2.5"));
        Measurement inMilligrams =
                one(reading(0, Nomenclature.GLUCOSE_CAPILLARY_WHOLE_BLOOD, "45", "mg/dL")); // 2.497 mmol/L
        assertTrue(veryLow.compareSeverity(inMilligrams, inMillimoles) > 0);
        assertTrue(veryLow.compareSeverity(inMillimoles, inMilligrams) < 0);
        assertTrue(veryLow.compareSeverity(one(glucose(0, "<0.6")), one(glucose(0, "0.6"))) > 0);
        assertTrue(high.compareSeverity(one(glucose(0, ">33.3")), one(glucose(0, "33.3"))) > 0);
        assertEquals(0, high.compareSeverity(one(glucose(0, "20.0")), one(glucose(1, "20.00"))));
        Measurement grams = one(reading(0, Nomenclature.GLUCOSE_CAPILLARY_WHOLE_BLOOD, "0.4", "g/L"));
        assertTrue(veryLow.compareSeverity(grams, inMillimoles) < 0, "an unknown unit outdoes nothing");
    }

    @Test
    void limitIsWrittenAsDoctorsDo() {
        assertEquals("< 3.0 mmol/L", veryLow.limitText());
        assertEquals("≥ 180/110 mm[Hg]", crisis.limitText());
    }

    @Test
    void clearLimitThatOverlapsTheRaiseLimitIsRefused() {
        Limit overlapping = limit(QuantityComparator.GREATER_THAN, "2.9", UcumUnit.MILLIMOLE_PER_LITRE);
        Threshold low = veryLow.thresholds().get(0);
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> new Threshold(low.units(), low.raise(), overlapping));
        assertEquals("ALR-005 clear limit must lie within ≥ 3.0 mmol/L but was > 2.9 mmol/L", refusal.getMessage());
    }

    @Test
    void limitInAnotherUnitIsRefused() {
        Limit milligrams = limit(QuantityComparator.LESS_THAN, "54", UcumUnit.MILLIGRAM_PER_DECILITRE);
        Threshold low = veryLow.thresholds().get(0);
        assertThrows(IllegalArgumentException.class, () -> new Threshold(low.units(), milligrams, low.clear()));
    }

    @Test
    void limitsInTwoDirectionsOrTwiceForOneQuantityAreRefused() {
        Threshold low = veryLow.thresholds().get(0);
        assertThrows(
                IllegalArgumentException.class,
                () -> with(List.of(low, high.thresholds().get(0))));
        assertThrows(IllegalArgumentException.class, () -> with(List.of(low, low)));
        assertThrows(IllegalArgumentException.class, () -> with(List.of()));
    }

    @Test
    void factorOfNothingIsRefused() {
        Map<UcumUnit, BigDecimal> zero = Map.of(UcumUnit.MILLIGRAM_PER_DECILITRE, BigDecimal.ZERO);
        AcceptedUnits units = veryLow.thresholds().get(0).units();
        assertThrows(
                IllegalArgumentException.class,
                () -> new AcceptedUnits(units.code(), UcumUnit.MILLIMOLE_PER_LITRE, zero));
    }

    @Test
    void proofThatCannotBeIsRefused() {
        Duration minute = Duration.ofMinutes(1);
        assertThrows(IllegalArgumentException.class, () -> new Proof.Repeated(minute, minute));
        assertThrows(IllegalArgumentException.class, () -> new Proof.WithSymptom(Set.of(), minute));
    }

    private LimitRule with(List<Threshold> thresholds) {
        return new LimitRule(
                veryLow.id(),
                veryLow.family(),
                thresholds,
                veryLow.proof(),
                veryLow.priority(),
                Optional.empty(),
                veryLow.text(),
                veryLow.firstAction(),
                veryLow.source());
    }

    private static Measurement one(Reading reading) {
        return new Measurement(List.of(reading));
    }

    private static Limit limit(QuantityComparator comparator, String bound, UcumUnit unit) {
        return new Limit(comparator, new Quantity(new BigDecimal(bound), unit));
    }

    private static LimitRule rule(String id) {
        return RulePacks.shipped().stream()
                .flatMap(pack -> pack.rules().stream())
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
