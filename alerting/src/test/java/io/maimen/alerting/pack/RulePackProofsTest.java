package io.maimen.alerting.pack;

import static io.maimen.alerting.pack.SoundPack.SOUND;
import static io.maimen.alerting.pack.SoundPack.problems;
import static io.maimen.alerting.pack.SoundPack.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.alerting.rule.LimitRule;
import io.maimen.alerting.rule.Proof;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rules of several limits, and what proves them: blood pressure. */
class RulePackProofsTest {
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
}
