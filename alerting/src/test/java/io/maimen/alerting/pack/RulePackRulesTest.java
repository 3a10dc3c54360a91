package io.maimen.alerting.pack;

import static io.maimen.alerting.pack.SoundPack.SOUND;
import static io.maimen.alerting.pack.SoundPack.only;
import static io.maimen.alerting.pack.SoundPack.problems;
import static io.maimen.alerting.pack.SoundPack.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a pack may say of quantities, limits and families. Each test spoils one line of a sound one. */
class RulePackRulesTest {
    @Test
    void orderInTheFileDoesNotMatterToAFamily() throws RulePackException {
        String swapped = SOUND.replace("< 3.9", "< X").replace("< 3.0", "< 3.9").replace("< X", "< 3.0");
        swapped = swapped.replace("priority: P1", "priority: X")
                .replace("P2\n", "P1\n")
                .replace("X\n", "P2\n");
        swapped = swapped.replace("3.3 mmol", "4.2 mmol");
        assertEquals(
                List.of("VERY-LOW", "LOW"),
                read(swapped).families().get(0).rules().stream()
                        .map(r -> r.id())
                        .toList());
    }

    @Test
    void quantityNobodyKnowsIsRefused() {
        PackProblem problem =
                problems(SOUND.replaceFirst("mdc:160184", "mdc:99")).get(0);
        assertEquals("PACK-005 11 quantities[0].code", problem.code() + " " + problem.line() + " " + problem.field());
        assertTrue(problem.mustBe().contains("mdc:160184 (Glucose)"), problem.mustBe());
    }

    @Test
    void controlSolutionIsNoPatientsQuantity() {
        PackProblem problem =
                problems(SOUND.replace("mdc:160184", "mdc:160208")).get(0);
        assertEquals("PACK-005", problem.code());
        assertTrue(!problem.mustBe().contains("160208"), problem.mustBe());
    }

    @Test
    void ruleForAQuantityThatIsNotGivenIsRefused() {
        only(
                "PACK-005 line 23 rules[0].code must be the code of one of quantities: mdc:160184 but was 'loinc:6298-4'",
                "mdc:160184\n    raise: \"< 3.9",
                "loinc:6298-4\n    raise: \"< 3.9");
    }

    @Test
    void limitWithoutUnitIsRefused() {
        refusedLimit("\"< 3.9\"", "'< 3.9'");
    }

    @Test
    void limitWithoutComparatorIsRefused() {
        refusedLimit("3.9 mmol/L", "'3.9 mmol/L'");
    }

    @Test
    void limitThatIsNoDecimalIsRefused() {
        refusedLimit("\"< 3,9 mmol/L\"", "'< 3,9 mmol/L'");
        refusedLimit("\"< 39e-1 mmol/L\"", "'< 39e-1 mmol/L'");
        refusedLimit("\"< -3.9 mmol/L\"", "'< -3.9 mmol/L'");
    }

    @Test
    void limitThatIsNoTextIsRefused() {
        refusedLimit("[3.9]", "a list");
    }

    @Test
    void limitInAnotherUnitIsRefused() {
        only(
                "PACK-007 line 24 rules[0].raise must be in mmol/L for mdc:160184 but was '< 70 mg/dL'",
                "\"< 3.9 mmol/L\"",
                "\"< 70 mg/dL\"");
    }

    @Test
    void quantityInAnotherUnitThanTheNomenclaturesIsRefused() {
        assertEquals(
                "PACK-007 line 12 quantities[0].unit must be mmol/L for mdc:160184 but was 'mg/L'",
                problems(SOUND.replaceFirst("unit: mmol/L", "unit: mg/L"))
                        .get(0)
                        .toString());
    }

    @Test
    void unitAcceptedTwiceIsRefused() {
        assertEquals(
                "PACK-007 line 14 quantities[0].conversions[0].unit must be a unit not yet accepted for this quantity but"
                        + " was 'mmol/L'",
                problems(SOUND.replaceFirst("unit: mg/dL", "unit: mmol/L"))
                        .get(0)
                        .toString());
    }

    @Test
    void factorThatIsNoPositiveDecimalIsRefused() {
        for (String factor : List.of("0", "-18", "18.", "1e1", "NaN")) {
            assertEquals(
                    "PACK-008 line 15 quantities[0].conversions[0].factor must be a decimal above 0 without exponent, such"
                            + " as 18.0182 but was '" + factor + "'",
                    problems(SOUND.replace("18.0182", factor)).get(0).toString());
        }
    }

    @Test
    void clearLimitOnTheWrongSideIsRefused() {
        for (String clear : List.of("< 4.2 mmol/L", "<= 3.8 mmol/L", ">= 3.8 mmol/L")) {
            only(
                    "PACK-009 line 25 rules[0].clear must lie within ≥ 3.9 mmol/L, where the rule is not met but was '"
                            + clear + "'",
                    ">= 4.2 mmol/L",
                    clear);
        }
    }

    @Test
    void priorityNobodyKnowsIsRefused() {
        only(
                "PACK-010 line 26 rules[0].priority must be one of P1, P2, P3 but was 'high'",
                "priority: P2",
                "priority: high");
        only("PACK-010 line 26 rules[0].priority must be one of P1, P2, P3 but was 'T'", "priority: P2", "priority: T");
    }

    @Test
    void idUsedTwiceIsRefused() {
        only(
                "PACK-011 line 30 rules[1].id must be an id of its own, line 21 has it already but was 'LOW'",
                "id: VERY-LOW",
                "id: LOW");
        only(
                "PACK-011 line 21 rules[0].id must be an id of its own, line 10 has it already but was 'GL-U'",
                "id: LOW",
                "id: GL-U");
    }

    @Test
    void familyOfTwoDirectionsIsRefused() {
        only(
                "PACK-012 line 31 rules[1].family must join rules of the same codes and direction, as LOW (< 3.9 mmol/L, P2) but"
                        + " was 'low'",
                "\"< 3.0 mmol/L\"\n    clear: \">= 3.3 mmol/L\"",
                "\"> 20 mmol/L\"\n    clear: \"<= 18 mmol/L\"");
    }

    @Test
    void sameLimitTwiceInAFamilyIsRefused() {
        only(
                "PACK-012 line 33 rules[1].raise must be stricter or wider than that of its kin LOW (< 3.9 mmol/L, P2), or its proof stronger but was"
                        + " '< 3.90 mmol/L'",
                "\"< 3.0 mmol/L\"\n    clear: \">= 3.3",
                "\"< 3.90 mmol/L\"\n    clear: \">= 4.3");
    }

    @Test
    void stricterLimitOfLowerPriorityIsRefused() {
        only(
                "PACK-012 line 35 rules[1].priority must give the more severe rule the higher priority beside LOW"
                        + " (< 3.9 mmol/L, P2) but was 'P3'",
                "priority: P1",
                "priority: P3");
    }

    private static void refusedLimit(String written, String found) {
        only(
                "PACK-006 line 24 rules[0].raise must be <, <=, > or >=, a decimal above 0, and a UCUM unit, such as '< 3.0 mmol/L'"
                        + " but was " + found,
                "\"< 3.9 mmol/L\"",
                written);
    }
}
