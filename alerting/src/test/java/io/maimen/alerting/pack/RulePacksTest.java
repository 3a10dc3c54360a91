package io.maimen.alerting.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.alerting.rule.Priority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RulePacksTest {
    private final RulePack pack = RulePacks.pointOfCare();

    @Test
    void shippedPackSaysThatNobodyHasSignedIt() {
        assertTrue(pack.signOff().signature().isEmpty());
        assertEquals(
                "engineering default, to be signed by a clinician before clinical use",
                pack.signOff().statement().en());
    }

    @Test
    void everyPriorityHasItsTarget() {
        assertEquals(Set.of(Priority.values()), pack.acknowledgeWithin().keySet());
    }

    /** The document cannot drift from what the machine does: this test is what generates it. */
    @Test
    void documentForDoctorsShowsTheShippedPack() throws IOException {
        Path document = Path.of(System.getProperty("maimen.home", ".."), "docs", "rules.md");
        List<String> lines = Files.readAllLines(document);
        List<String> shown =
                lines.subList(lines.indexOf("<!-- pack begins -->") + 1, lines.indexOf("<!-- pack ends -->"));
        List<String> expected = new RulesDocument(pack).lines();
        assertEquals(
                String.join("\n", expected),
                String.join("\n", shown),
                "put the expected text between the pack marks of docs/rules.md");
    }
}
