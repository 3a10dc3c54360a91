package io.maimen.alerting.rule;

import static io.maimen.alerting.rule.Samples.glucose;
import static io.maimen.alerting.rule.Samples.potassium;
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
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitRuleTest {
    private final LimitRule veryLow = rule("GL-2"); // raised < 3.0, cleared >= 3.3
    private final LimitRule high = rule("GL-4"); // raised >= 16.7

    @Test
    void betweenRaiseAndClearNothingIsProved() {
        Reading between = glucose(0, "3.2");
        assertFalse(veryLow.isRaisedBy(between));
        assertFalse(veryLow.isClearedBy(between));
        assertTrue(veryLow.isRuledOutBy(between), "yet it raises nothing by itself");
    }

    @Test
    void endOfTheDevicesRangeProvesWhatItProves() {
        assertTrue(veryLow.isRaisedBy(glucose(0, "<0.6")));
        assertTrue(high.isRaisedBy(glucose(0, ">33.3")));
        Reading aboveFive = glucose(0, ">5.0");
        assertFalse(high.isRaisedBy(aboveFive));
        assertFalse(high.isClearedBy(aboveFive));
        assertFalse(high.isRuledOutBy(aboveFive));
        assertTrue(veryLow.isClearedBy(aboveFive));
    }

    @Test
    void anotherQuantityIsNoneOfItsBusiness() {
        assertFalse(veryLow.isRaisedBy(potassium(0, "2.0")));
        assertFalse(veryLow.isClearedBy(potassium(0, "6.0")));
    }

    @Test
    void unknownUnitNeitherRaisesNorClears() {
        Reading grams = reading(0, Nomenclature.GLUCOSE_CAPILLARY_WHOLE_BLOOD, "0.4", "g/L");
        assertFalse(veryLow.isRaisedBy(grams));
        assertFalse(veryLow.isClearedBy(grams));
        assertFalse(veryLow.isRuledOutBy(grams));
    }

    @Test
    void severityIsTheDistanceOutwardsInWhateverUnit() {
        Reading inMillimoles = glucose(0, "2.5");
        Reading inMilligrams = reading(0, Nomenclature.GLUCOSE_CAPILLARY_WHOLE_BLOOD, "45", "mg/dL"); // 2.497 mmol/L
        assertTrue(veryLow.compareSeverity(inMilligrams, inMillimoles) > 0);
        assertTrue(veryLow.compareSeverity(inMillimoles, inMilligrams) < 0);
        assertTrue(veryLow.compareSeverity(glucose(0, "<0.6"), glucose(0, "0.6")) > 0);
        assertTrue(high.compareSeverity(glucose(0, ">33.3"), glucose(0, "33.3")) > 0);
        assertEquals(0, high.compareSeverity(glucose(0, "20.0"), glucose(1, "20.00")));
        Reading grams = reading(0, Nomenclature.GLUCOSE_CAPILLARY_WHOLE_BLOOD, "0.4", "g/L");
        assertTrue(veryLow.compareSeverity(grams, inMillimoles) < 0, "an unknown unit outdoes nothing");
    }

    @Test
    void clearLimitThatOverlapsTheRaiseLimitIsRefused() {
        Limit overlapping = limit(QuantityComparator.GREATER_THAN, "2.9", UcumUnit.MILLIMOLE_PER_LITRE);
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> with(veryLow.raise(), overlapping));
        assertEquals(
                "ALR-005 clear limit of GL-2 must lie within ≥ 3.0 mmol/L but was > 2.9 mmol/L", refusal.getMessage());
    }

    @Test
    void limitInAnotherUnitIsRefused() {
        Limit milligrams = limit(QuantityComparator.LESS_THAN, "54", UcumUnit.MILLIGRAM_PER_DECILITRE);
        assertThrows(IllegalArgumentException.class, () -> with(milligrams, veryLow.clear()));
    }

    @Test
    void factorOfNothingIsRefused() {
        Map<UcumUnit, BigDecimal> zero = Map.of(UcumUnit.MILLIGRAM_PER_DECILITRE, BigDecimal.ZERO);
        assertThrows(
                IllegalArgumentException.class,
                () -> new AcceptedUnits(veryLow.code(), UcumUnit.MILLIMOLE_PER_LITRE, zero));
    }

    private LimitRule with(Limit raise, Limit clear) {
        return new LimitRule(
                veryLow.id(),
                veryLow.family(),
                veryLow.units(),
                raise,
                clear,
                veryLow.priority(),
                veryLow.text(),
                veryLow.firstAction(),
                veryLow.source());
    }

    private static Limit limit(QuantityComparator comparator, String bound, UcumUnit unit) {
        return new Limit(comparator, new Quantity(new BigDecimal(bound), unit));
    }

    private static LimitRule rule(String id) {
        return RulePacks.pointOfCare().rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
