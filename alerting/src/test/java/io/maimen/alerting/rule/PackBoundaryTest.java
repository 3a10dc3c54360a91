package io.maimen.alerting.rule;

import static io.maimen.alerting.rule.Samples.reading;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.maimen.alerting.pack.RulePack;
import io.maimen.alerting.pack.RulePacks;
import io.maimen.observation.QuantityComparator;
import io.maimen.observation.code.ObservationCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every edge of the shipped packs, from both sides, at the device's precision and ten times finer. */
class PackBoundaryTest {
    private final List<RulePack> packs = RulePacks.shipped();

    @TestFactory
    Stream<DynamicTest> everyEdgeOfEveryRuleFromBothSides() {
        return rules().flatMap(rule -> rule.thresholds().stream()
                .flatMap(threshold -> Stream.of(threshold.raise(), threshold.clear())
                        .flatMap(limit -> edge(rule.id(), threshold, limit))));
    }

    /** The values next to an edge; the expected answer comes from counting steps, not from comparing decimals. */
    private static Stream<DynamicTest> edge(String rule, Threshold threshold, Limit limit) {
        return Stream.of(0, 1, 2)
                .flatMap(decimals -> IntStream.rangeClosed(-2, 2).mapToObj(steps -> {
                    BigDecimal value = limit.bound().value().add(BigDecimal.valueOf(steps, decimals));
                    boolean expected = isInside(limit.comparator(), steps);
                    String name = rule + " " + threshold.code() + " " + limit + " holds " + value + ": " + expected;
                    return dynamicTest(name, () -> {
                        String unit = threshold.units().unit().code();
                        Reading reading = reading(0, threshold.code(), value.toPlainString(), unit);
                        boolean isRaise = limit.equals(threshold.raise());
                        assertEquals(
                                expected, isRaise ? threshold.isRaisedBy(reading) : threshold.isClearedBy(reading));
                    });
                }));
    }

    private static boolean isInside(QuantityComparator comparator, int stepsAboveBound) {
        return switch (comparator) {
            case LESS_THAN -> stepsAboveBound < 0;
            case LESS_OR_EQUAL -> stepsAboveBound <= 0;
            case GREATER_OR_EQUAL -> stepsAboveBound >= 0;
            case GREATER_THAN -> stepsAboveBound > 0;
            case EXACT -> throw new AssertionError("no limit is one number");
        };
    }

    /** The numbers as the clinical reference has them: whoever changes a pack meets them here. */
    @ParameterizedTest
    @CsvSource({
        "mdc:160184, 0.1, mmol/L, GL-2",
        "mdc:160184, 2.9, mmol/L, GL-2",
        "mdc:160184, 3.0, mmol/L, GL-1",
        "mdc:160184, 3.8, mmol/L, GL-1",
        "mdc:160184, 3.9, mmol/L, none",
        "mdc:160184, 16.6, mmol/L, none",
        "mdc:160184, 16.7, mmol/L, GL-4",
        "mdc:160184, 40, mmol/L, GL-4",
        "loinc:6298-4, 2.8, mmol/L, K-1",
        "loinc:6298-4, 2.9, mmol/L, none",
        "loinc:6298-4, 6.1, mmol/L, none",
        "loinc:6298-4, 6.2, mmol/L, K-2",
        // of one limit, the rule with the strongest proof is the most severe: here only the limits are asked
        "mdc:150021, 180, mm[Hg], bp-crisis-symptom",
        "mdc:150021, 179, mm[Hg], bp-high",
        "mdc:150021, 135, mm[Hg], bp-high",
        "mdc:150021, 134, mm[Hg], none",
        "mdc:150021, 91, mm[Hg], none",
        "mdc:150021, 90, mm[Hg], bp-low-symptom",
        "mdc:150022, 110, mm[Hg], bp-crisis-symptom",
        "mdc:150022, 109, mm[Hg], bp-high",
        "mdc:150022, 85, mm[Hg], bp-high",
        "mdc:150022, 84, mm[Hg], none",
        "mdc:150022, 40, mm[Hg], none",
        "mdc:150023, 180, mm[Hg], none",
        // 180 mmHg = 23.998 kPa, 110 = 14.665, 135 = 17.999, 85 = 11.332, 90 = 11.999
        "mdc:150021, 24.0, kPa, bp-crisis-symptom",
        "mdc:150021, 23.9, kPa, bp-high",
        "mdc:150021, 18.0, kPa, bp-high",
        "mdc:150021, 17.9, kPa, none",
        "mdc:150021, 11.9, kPa, bp-low-symptom",
        "mdc:150021, 12.0, kPa, none",
        "mdc:150022, 14.7, kPa, bp-crisis-symptom",
        "mdc:150022, 14.6, kPa, bp-high",
        "mdc:150022, 11.4, kPa, bp-high",
        "mdc:150022, 11.3, kPa, none",
        "mdc:150021, 18, cm[H2O], BP-SYS-U",
        "mdc:150022, 11, cm[H2O], BP-DIA-U",
    })
    void mostSevereRuleWhoseLimitIsMet(String code, String value, String unit, String expected) {
        Measurement measurement = new Measurement(List.of(reading(0, ObservationCode.parse(code), value, unit)));
        List<String> raised = packs.stream()
                .flatMap(pack -> pack.families().stream())
                .flatMap(family -> family.mostSevere(rule -> rule.isRaisedBy(measurement)).stream())
                .map(AlertRule::id)
                .toList();
        assertEquals(expected.equals("none") ? List.of() : List.of(expected), raised);
    }

    @Test
    void everyLimitHasItsEdgeTests() {
        assertEquals(5, packs.get(0).rules().size());
        assertEquals(7, packs.get(1).rules().size());
        long limits = rules().mapToLong(rule -> rule.thresholds().size() * 2L).sum();
        assertEquals(limits * 15, everyEdgeOfEveryRuleFromBothSides().count());
    }

    private Stream<LimitRule> rules() {
        return packs.stream().flatMap(pack -> pack.rules().stream());
    }
}
