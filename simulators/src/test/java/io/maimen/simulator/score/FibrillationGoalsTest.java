package io.maimen.simulator.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is promised of atrial fibrillation and of intervals, on the records beside the project. In percent. */
class FibrillationGoalsTest {
    private static final Path ECG = Path.of("../../shared/ecg");

    @BeforeEach
    void recordsAreThere() {
        assumeTrue(
                Files.exists(ECG.resolve("afdb")),
                "the annotated records must be beside the project at ../shared/ecg but are not");
    }

    @Test
    void fibrillationIsFoundInReferenceBeats() throws IOException {
        JsonNode score = json("af", "--annotations", ECG.resolve("afdb").toString(), "--rate", "250", "--json");

        assertAtLeast(97.5, score, "se");
        assertAtLeast(98.5, score, "sp");
        assertAtLeast(97.5, score, "durationSe");
        assertAtLeast(97.5, score, "durationPpv");
    }

    @Test
    void earlyBeatsOfOurOwnClassesAreNotTakenForFibrillation() throws IOException {
        JsonNode score = json("af", "--records", ECG.resolve("mitdb").toString(), "--json");

        assertAtLeast(93, score, "se");
        assertAtLeast(98, score, "sp");
        assertAtLeast(80, score, "ppv");
    }

    @Test
    void electrodeNoiseIsNotTakenForFibrillation() throws IOException {
        JsonNode score = json("af", "--records", ECG.resolve("nstdb").toString(), "--json");

        assertAtLeast(100, score, "sp");
    }

    @Test
    void fibrillationIsFoundInShortRecordings() throws IOException {
        Path folder = ECG.resolve("cinc2017");
        JsonNode score = json(
                "cinc",
                "--records",
                folder.toString(),
                "--labels",
                folder.resolve("DEV.csv").toString(),
                "--json");

        assertAtLeast(88, score, "se");
        assertAtLeast(95, score, "sp");
        assertTrue(score.at("/undecided").asDouble() <= 10, score.toString());
    }

    @Test
    void intervalsAreThoseThatAChestStrapFoundItself() throws IOException {
        JsonNode score = json(
                "strap", "--csv", ECG.resolve("polar-h10/polar_h10_10min.csv").toString(), "--json");

        assertAtLeast(99, score, "rrWithin10ms");
    }

    private static void assertAtLeast(double goal, JsonNode score, String figure) {
        assertTrue(score.at("/" + figure).asDouble() >= goal, figure + " must be " + goal + " or more in " + score);
    }

    private static JsonNode json(String... arguments) throws IOException {
        StringWriter out = new StringWriter();
        int status = EcgScoreCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(new StringWriter(), true))
                .execute(arguments);
        assertEquals(0, status);
        return new ObjectMapper().readTree(out.toString());
    }
}
