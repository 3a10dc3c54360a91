package io.maimen.alerting.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.alerting.rule.AlertRule;
import io.maimen.alerting.rule.Priority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RulePacksTest {
    @Test
    void shippedPacksSayThatNobodyHasSignedThem() {
        for (RulePack pack : RulePacks.shipped()) {
            assertTrue(pack.signOff().signature().isEmpty());
            assertEquals(
                    "engineering default, to be signed by a clinician before clinical use",
                    pack.signOff().statement().en());
        }
    }

    @Test
    void everyPriorityHasItsTarget() {
        RulePacks.shipped()
                .forEach(pack -> assertEquals(
                        Set.of(Priority.values()), pack.acknowledgeWithin().keySet()));
    }

    @Test
    void familiesGoFromTheMildestToTheMostSevere() {
        List<List<String>> families = RulePacks.bloodPressure().families().stream()
                .map(family -> family.rules().stream().map(AlertRule::id).toList())
                .toList();
        assertEquals(
                List.of(
                        List.of("bp-high", "bp-crisis-repeat", "bp-crisis", "bp-crisis-symptom"),
                        List.of("bp-low-repeat", "bp-low", "bp-low-symptom"),
                        List.of("BP-SYS-U"),
                        List.of("BP-DIA-U")),
                families);
    }

    @Test
    void packOfOnesOwnTakesThePlaceOfThoseThatJudgeItsQuantities() {
        assertEquals(
                List.of("poct-critical", "bp-china", "ecg-rhythm"),
                ids(RulePacks.shippedBeside(RulePacks.pointOfCare())));
        assertEquals(
                List.of("bp-china", "poct-critical", "ecg-rhythm"),
                ids(RulePacks.shippedBeside(RulePacks.bloodPressure())));
    }

    private static List<String> ids(List<RulePack> packs) {
        return packs.stream().map(RulePack::id).toList();
    }

    /** The document cannot drift from what the machine does: this test is what generates it. */
    @Test
    void documentForDoctorsShowsTheShippedPacks() throws IOException {
        Path document = Path.of(System.getProperty("maimen.home", ".."), "docs", "rules.md");
        List<String> lines = Files.readAllLines(document);
        for (RulePack pack : RulePacks.shipped()) {
            List<String> shown = lines.subList(
                    lines.indexOf("<!-- pack " + pack.id() + " begins -->") + 1,
                    lines.indexOf("<!-- pack " + pack.id() + " ends -->"));
            assertEquals(
                    String.join("\n", new RulesDocument(pack).lines()),
                    String.join("\n", shown),
                    "put the expected text between the pack's marks in docs/rules.md");
        }
    }
}
