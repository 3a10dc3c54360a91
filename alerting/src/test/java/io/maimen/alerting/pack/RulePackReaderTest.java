package io.maimen.alerting.pack;

import static io.maimen.alerting.pack.SoundPack.SOUND;
import static io.maimen.alerting.pack.SoundPack.only;
import static io.maimen.alerting.pack.SoundPack.problems;
import static io.maimen.alerting.pack.SoundPack.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.alerting.rule.Priority;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a pack must be written. Each test spoils one line of a sound pack and reads what the author is told. */
class RulePackReaderTest {
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
}
