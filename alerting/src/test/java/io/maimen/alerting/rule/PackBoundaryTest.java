package io.maimen.alerting.rule;

import static io.maimen.alerting.rule.Samples.reading;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
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

/** Every edge of the shipped pack, from both sides, at the analyser's precision and ten times finer. */
class PackBoundaryTest {
    private final RulePack pack = RulePacks.pointOfCare();

    @TestFactory
    Stream<DynamicTest> everyEdgeOfEveryRuleFromBothSides() {
        return pack.rules().stream()
                .flatMap(rule -> Stream.of(rule.raise(), rule.clear()).flatMap(limit -> edge(rule, limit)));
    }

    /** The values next to an edge; the expected answer comes from counting steps, not from comparing decimals. */
    private static Stream<DynamicTest> edge(LimitRule rule, Limit limit) {
        return Stream.of(1, 2).flatMap(decimals -> IntStream.rangeClosed(-2, 2).mapToObj(steps -> {
            BigDecimal value = limit.bound().value().add(BigDecimal.valueOf(steps, decimals));
            boolean expected = isInside(limit.comparator(), steps);
            String name = rule.id() + " " + limit + " holds " + value + ": " + expected;
            return dynamicTest(name, () -> {
                Reading reading = reading(
                        0,
                        rule.code(),
                        value.toPlainString(),
                        rule.units().unit().code());
                boolean found = limit.equals(rule.raise()) ? rule.isRaisedBy(reading) : rule.isClearedBy(reading);
                assertEquals(expected, found);
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

    /** The numbers as the clinical reference has them: whoever changes the pack meets them here. */
    @ParameterizedTest
    @CsvSource({
        "mdc:160184, 0.1, GL-2", "mdc:160184, 2.9, GL-2", "mdc:160184, 3.0, GL-1", "mdc:160184, 3.8, GL-1",
        "mdc:160184, 3.9, none", "mdc:160184, 16.6, none", "mdc:160184, 16.7, GL-4", "mdc:160184, 40, GL-4",
        "loinc:6298-4, 2.8, K-1", "loinc:6298-4, 2.9, none", "loinc:6298-4, 6.1, none", "loinc:6298-4, 6.2, K-2",
    })
    void mostSevereRuleOfAFirstReading(String code, String value, String expected) {
        Reading reading = reading(0, ObservationCode.parse(code), value, "mmol/L");
        List<String> raised = pack.families().stream()
                .flatMap(family -> family.mostSevereRaisedBy(reading).stream())
                .map(AlertRule::id)
                .toList();
        assertEquals(expected.equals("none") ? List.of() : List.of(expected), raised);
    }

    @Test
    void everyRuleHasAtLeastOneEdgeTest() {
        assertTrue(pack.rules().size() >= 5);
        assertEquals(
                pack.rules().size() * 20L, everyEdgeOfEveryRuleFromBothSides().count());
    }
}
