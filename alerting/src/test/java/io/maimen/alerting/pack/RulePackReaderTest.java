package io.maimen.alerting.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.alerting.rule.LimitRule;
import io.maimen.alerting.rule.Priority;
import io.maimen.alerting.rule.Proof;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each test spoils one line of a sound pack and reads what the author is told. */
class RulePackReaderTest {
    private static final String SOUND = """
            pack: clinic
            version: 3
            title: { zh: 诊所, en: Clinic }
            source: a list of the clinic
            signOff:
              statement: { zh: 未签署, en: not signed }
            lateAfter: PT15M
            acknowledgeWithin: { P1: PT5M, P2: PT30M, P3: P1D, T: PT4H }
            quantities:
              - id: GL-U
                code: mdc:160184
                unit: mmol/L
                conversions:
                  - unit: mg/dL
                    factor: 18.0182
                    source: molar mass
                text: { zh: 单位, en: unit }
                firstAction: { zh: 查看, en: look }
                source: ours
            rules:
              - id: LOW
                family: low
                code: mdc:160184
                raise: "< 3.9 mmol/L"
                clear: ">= 4.2 mmol/L"
                priority: P2
                text: { zh: 低, en: low }
                firstAction: { zh: 糖, en: sugar }
                source: a guideline
              - id: VERY-LOW
                family: low
                code: mdc:160184
                raise: "< 3.0 mmol/L"
                clear: ">= 3.3 mmol/L"
                priority: P1
                text: { zh: 很低, en: very low }
                firstAction: { zh: 糖, en: sugar }
                source: a guideline
            """;

    @Test
    void soundPackIsRead() throws RulePackException {
        RulePack pack = read(SOUND);
        assertEquals("clinic", pack.id());
        assertEquals(3, pack.version());
        assertEquals(Duration.ofMinutes(15), pack.paging().lateAfter());
        assertEquals(Duration.ofDays(1), pack.acknowledgeWithin().get(Priority.P3));
        assertEquals("mmol/L, mg/dL", pack.unitRules().get(0).units().toString());
        assertEquals(
                List.of("LOW", "VERY-LOW"),
                pack.rules().stream().map(r -> r.id()).toList());
        assertEquals(Optional.empty(), pack.signOff().signature());
    }

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
    void signatureNeedsNameAndDay() throws RulePackException {
        String signed = SOUND.replace("signOff:\n", "signOff:\n  by: Dr Wang\n  on: 2025-03-01\n");
        assertEquals(
                Optional.of(new SignOff.Signature("Dr Wang", LocalDate.of(2025, 3, 1))),
                read(signed).signOff().signature());
        only(
                "PACK-013 line 6 signOff must have both by and on, or neither while nobody signed but was half signed",
                "signOff:\n",
                "signOff:\n  by: Dr Wang\n");
        only(
                "PACK-013 line 7 signOff.on must be a day as YYYY-MM-DD but was '1 March'",
                "signOff:\n",
                "signOff:\n  by: Dr Wang\n  on: 1 March\n");
    }

    @Test
    void brokenYamlIsRefusedWithItsLine() {
        PackProblem problem =
                problems(SOUND.replace("\"< 3.9 mmol/L\"", "\"< 3.9 mmol/L")).get(0);
        assertEquals("PACK-001", problem.code());
        assertTrue(problem.line() >= 24, problem.toString());
    }

    @Test
    void emptyFileIsRefused() {
        assertEquals(
                "PACK-001 line 1 file must hold a rule pack but was empty",
                problems("").get(0).toString());
    }

    @Test
    void secondDocumentIsRefused() {
        assertEquals(
                "PACK-001 line 40 file must hold one document but was several",
                problems(SOUND + "---\nmore: 1\n").get(0).toString());
    }

    @Test
    void listThatIsNoListIsRefused() {
        assertEquals(
                "PACK-001 line 9 quantities must be a list with at least one item but was 'none'",
                problems(SOUND.substring(0, SOUND.indexOf("quantities:")) + "quantities: none\nrules: []\n")
                        .get(0)
                        .toString());
    }

    @Test
    void fieldGivenTwiceIsRefused() {
        only(
                "PACK-001 line 3 version must be given once but was given again",
                "version: 3\n",
                "version: 3\nversion: 4\n");
    }

    @Test
    void aliasIsRefusedRatherThanReadAsText() {
        only(
                "PACK-001 line 38 rules[1].source must be written out, for aliases are not followed but was *x",
                "source: a guideline\n  - id",
                "source: &x a guideline\n  - id",
                "sugar }\n    source: a guideline\n",
                "sugar }\n    source: *x\n");
    }

    @Test
    void unknownFieldIsRefusedWithTheKnownOnes() {
        only(
                "PACK-002 line 6 signOff.state must be one of statement, by, on but was 'state'",
                "signOff:\n",
                "signOff:\n  state: fine\n");
    }

    @Test
    void missingFieldIsRefused() {
        only(
                "PACK-003 line 21 rules[0].family must be given but was missing",
                "    family: low\n    code: mdc:160184\n    raise: \"< 3.9",
                "    code: mdc:160184\n    raise: \"< 3.9");
    }

    @Test
    void missingLanguageIsRefused() {
        only("PACK-003 line 3 title.en must be given but was missing", ", en: Clinic", "");
        only("PACK-004 line 3 title.en must be a text but was nothing", "en: Clinic", "en: ''");
    }

    @Test
    void versionThatIsNoCountIsRefused() {
        only("PACK-004 line 2 version must be a whole number from 1 but was '1.5'", "version: 3", "version: 1.5");
    }

    @Test
    void nameThatCannotBeReferredToIsRefused() {
        only(
                "PACK-004 line 30 rules[1].id must be 1 to 40 letters, digits, '-' or '.', beginning with a letter or digit"
                        + " but was 'VERY LOW'",
                "VERY-LOW",
                "VERY LOW");
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

    @Test
    void limitsOfSeveralQuantitiesProofAndTimeAreRead() throws RulePackException {
        LimitRule rule = read(pressure()).rules().get(2);
        assertEquals("≥ 180/110 mm[Hg]", rule.limitText());
        assertEquals(new Proof.Repeated(Duration.ofMinutes(1), Duration.ofMinutes(30)), rule.proof());
        assertEquals(Optional.of(Duration.ofMinutes(30)), rule.acknowledgeWithin());
        assertEquals(new Proof.Once(), read(SOUND).rules().get(0).proof(), "where none is given");
    }

    @Test
    void limitsThatDoNotGoTogetherAreRefused() {
        refusedPressure(
                "PACK-011 line 45 rules[2].limits[1].code must be a quantity not yet given but was 'mdc:150021'",
                "code: mdc:150022, raise",
                "code: mdc:150021, raise");
        refusedPressure(
                "PACK-016 line 45 rules[2].limits[1].raise must be in the direction of the limits before it but was"
                        + " '< 50 mm[Hg]'",
                ">= 110 mm[Hg]\", clear: \"< 100",
                "< 50 mm[Hg]\", clear: \"> 55");
        refusedPressure(
                "PACK-002 line 43 rules[2].raise must be one of id, family, priority, text, firstAction, source, limits,"
                        + " proof, acknowledgeWithin but was 'raise'",
                "    limits:",
                "    raise: \"> 5 mm[Hg]\"\n    limits:");
        refusedPressure(
                "PACK-006 line 44 rules[2].limits[0].raise must be <, <=, > or >=, a decimal above 0, and a UCUM unit, such"
                        + " as '< 3.0 mmol/L' but was '> 0 mm[Hg]'",
                ">= 180 mm[Hg]",
                "> 0 mm[Hg]");
    }

    @Test
    void proofNobodyKnowsIsRefused() {
        refusedPressure(
                "PACK-017 line 46 rules[2].proof.kind must be one of once, unconfirmed, repeated, symptom but was 'twice'",
                "kind: repeated",
                "kind: twice");
        refusedPressure(
                "PACK-018 line 46 rules[2].proof.within must be longer than after, PT1M but was 'PT1M'",
                "within: PT30M }",
                "within: PT1M }");
        refusedPressure("PACK-003 line 46 rules[2].proof.after must be given but was missing", "after: PT1M, ", "");
        refusedPressure(
                "PACK-005 line 46 rules[2].proof.symptoms[1] must be an ICD-10 code, such as icd10:R51 but was"
                        + " 'mdc:150021'",
                "kind: repeated, after: PT1M, within: PT30M",
                "kind: symptom, within: PT1H, symptoms: [icd10:R51, mdc:150021]");
        refusedPressure(
                "PACK-002 line 46 rules[2].proof.within must be one of kind but was 'within'",
                "kind: repeated, after: PT1M, ",
                "kind: unconfirmed, ");
    }

    private static void refusedPressure(String expected, String from, String to) {
        assertTrue(pressure().contains(from), "the sound pack must hold " + from);
        assertEquals(
                List.of(expected),
                problems(pressure().replace(from, to)).stream()
                        .map(PackProblem::toString)
                        .toList());
    }

    /** The sound pack with a rule of two limits. */
    private static String pressure() {
        return SOUND.replace("rules:\n", """
                  - { id: SYS-U, code: mdc:150021, unit: "mm[Hg]", text: { zh: 单位, en: unit }, firstAction: { zh: 查看, en: look }, source: ours }
                  - { id: DIA-U, code: mdc:150022, unit: "mm[Hg]", text: { zh: 单位, en: unit }, firstAction: { zh: 查看, en: look }, source: ours }
                rules:
                """) + """
                  - id: CRISIS
                    family: pressure
                    limits:
                      - { code: mdc:150021, raise: ">= 180 mm[Hg]", clear: "< 160 mm[Hg]" }
                      - { code: mdc:150022, raise: ">= 110 mm[Hg]", clear: "< 100 mm[Hg]" }
                    proof: { kind: repeated, after: PT1M, within: PT30M }
                    acknowledgeWithin: PT30M
                    priority: P2
                    text: { zh: 高, en: high }
                    firstAction: { zh: 坐, en: sit }
                    source: a guideline
                """;
    }

    @Test
    void durationThatIsNoneIsRefused() {
        for (String duration : List.of("15 minutes", "PT0S", "-PT5M")) {
            only(
                    "PACK-014 line 7 lateAfter must be an ISO 8601 duration above 0, such as PT15M but was '" + duration
                            + "'",
                    "PT15M",
                    duration);
        }
    }

    @Test
    void priorityWithoutTargetIsRefused() {
        only("PACK-003 line 8 acknowledgeWithin.P3 must be given but was missing", "P3: P1D, ", "");
    }

    @Test
    void fileThatBreaksOffIsRefused() {
        InputStream broken = new PipedInputStream(); // nobody writes to it: every read fails
        RulePackException refusal =
                assertThrows(RulePackException.class, () -> RulePackReader.read(broken, "clinic.yaml"));
        assertEquals("PACK-015", refusal.problems().get(0).code());
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceInOneLine() {
        String spoiled =
                SOUND.replace("PT15M", "soon").replace("< 3.9 mmol/L", "low").replace("P1\n", "PX\n");
        RulePackException refusal = assertThrows(RulePackException.class, () -> read(spoiled));
        assertEquals(
                List.of("PACK-014 7", "PACK-006 24", "PACK-010 35"),
                refusal.problems().stream().map(p -> p.code() + " " + p.line()).toList());
        assertEquals(1, refusal.getMessage().lines().count());
        assertTrue(refusal.getMessage().endsWith("; correct clinic.yaml and start again"), refusal.getMessage());
    }

    private static void refusedLimit(String written, String found) {
        only(
                "PACK-006 line 24 rules[0].raise must be <, <=, > or >=, a decimal above 0, and a UCUM unit, such as '< 3.0 mmol/L'"
                        + " but was " + found,
                "\"< 3.9 mmol/L\"",
                written);
    }

    /** Replaces the first text of each pair by the second, and expects one problem. */
    private static void only(String expected, String... pairs) {
        String spoiled = SOUND;
        for (int i = 0; i < pairs.length; i += 2) {
            assertTrue(spoiled.contains(pairs[i]), "the sound pack must hold " + pairs[i]);
            int at = spoiled.lastIndexOf(pairs[i]);
            int first = spoiled.indexOf(pairs[i]);
            int place = pairs[i].startsWith("sugar") ? at : first;
            spoiled = spoiled.substring(0, place) + pairs[i + 1] + spoiled.substring(place + pairs[i].length());
        }
        assertEquals(
                List.of(expected),
                problems(spoiled).stream().map(PackProblem::toString).toList());
    }

    private static List<PackProblem> problems(String yaml) {
        return assertThrows(RulePackException.class, () -> read(yaml)).problems();
    }

    private static RulePack read(String yaml) throws RulePackException {
        return RulePackReader.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "clinic.yaml");
    }
}
