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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is promised of beats, on the records beside the project. In percent. */
class BeatGoalsTest {
    private static final Path ECG = Path.of("../../shared/ecg");

    @BeforeEach
    void recordsAreThere() {
        assumeTrue(
                Files.exists(ECG.resolve("mitdb")),
                "the annotated records must be beside the project at ../shared/ecg but are not");
    }

    @Test
    void beatsAreFoundAndToldInTime() throws IOException {
        JsonNode score = json("mitdb");

        assertAtLeast(99.85, score, "/gross/se");
        assertAtLeast(99.90, score, "/gross/ppv");
        assertAtLeast(98.7, score, "/worst/se");
        assertAtLeast(98.3, score, "/worst/ppv");
        assertAtLeast(95, score, "/unpaced/vebSe");
        assertAtLeast(93, score, "/unpaced/vebPpv");
        assertTrue(score.at("/latencyMs/p50").asDouble() <= 300, score.toString());
        assertTrue(score.at("/latencyMs/p99").asDouble() <= 500, score.toString());
    }

    @Test
    void narrowBandAndLowRateOfAWearableCostLittle() throws IOException {
        JsonNode score = json("mitdb", "--resample", "130", "--band", "0.7-40");

        assertAtLeast(99.75, score, "/gross/se");
        assertAtLeast(99.90, score, "/gross/ppv");
    }

    @Test
    void lostFramesCostTheirBeatsOnlyAndNoIntervalSpansThem() throws IOException {
        JsonNode score = json("mitdb", "--drop", "5", "--seed", "1");

        assertAtLeast(99.75, score, "/farFromGap/se");
        assertEquals(0, score.at("/decisionsAcrossGap").asInt());
    }

    @Test
    void outsideSelfDeclaredNoiseBeatsAreBeats() throws IOException {
        JsonNode score = json("nstdb");

        assertAtLeast(99, score, "/noise/ppvOutside");
        assertTrue(score.at("/noise/cleanLost").asDouble() <= 2, score.toString());
    }

    private static void assertAtLeast(double goal, JsonNode score, String figure) {
        assertTrue(
                score.at(figure).asDouble() >= goal,
                figure + " must be " + goal + " or more but was " + score.at(figure));
    }

    private static JsonNode json(String folder, String... options) throws IOException {
        StringWriter out = new StringWriter();
        List<String> arguments = Stream.concat(
                        Stream.of("qrs", "--records", ECG.resolve(folder).toString(), "--json"), Stream.of(options))
                .toList();
        int exit = EcgScoreCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(new StringWriter(), true))
                .execute(arguments.toArray(String[]::new));
        assertEquals(0, exit);
        return new ObjectMapper().readTree(out.toString());
    }
}
