package io.maimen.alerting.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A sound pack for tests to spoil, and what its author is told then. */
final class SoundPack {
    static final String SOUND = """
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

    private SoundPack() {}

    /** Replaces the first text of each pair by the second, and expects one problem. */
    static void only(String expected, String... pairs) {
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

    static List<PackProblem> problems(String yaml) {
        return assertThrows(RulePackException.class, () -> read(yaml)).problems();
    }

    static RulePack read(String yaml) throws RulePackException {
        return RulePackReader.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "clinic.yaml");
    }
}
