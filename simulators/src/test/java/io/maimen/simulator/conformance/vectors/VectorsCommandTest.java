package io.maimen.simulator.conformance.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VectorsCommandTest {
    private static final Path PUBLIC =
            Path.of(System.getProperty("maimen.home", ".."), "..", "shared", "vectors", "vectors.jsonl");
    private static final String GOOD = """
            {"id":"good","family":"ble.hrs","direction":"d2h","hex":"0048","expect":{"heart_rate_bpm":72,"rr_1024":[]}}
            """;

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();

    private int vectors(String lines) throws Exception {
        return vectors(Files.writeString(directory.resolve("vectors.jsonl"), lines));
    }

    private int vectors(Path file) {
        return new CommandLine(new VectorsCommand())
                .setOut(new PrintWriter(out, true))
                .execute(file.toString());
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }

    @Test
    void whatIsReadAsExpectedPasses() throws Exception {
        assertEquals(0, vectors(GOOD));
        assertEquals(List.of("1 passed, 0 failed, 0 unsupported"), lines());
    }

    @Test
    void aDifferenceIsShownWithBothSidesAndFails() throws Exception {
        assertEquals(1, vectors(GOOD.replace("72", "73")));
        assertEquals(
                List.of(
                        "good: failed  0048",
                        "  heart_rate_bpm must be 73 but was 72",
                        "0 passed, 1 failed, 0 unsupported"),
                lines());
    }

    @Test
    void bytesThatMustBeRefusedMustNotBeRead() throws Exception {
        String mustBeRefused = GOOD.replaceAll("\"expect\".*", "\"expect\":{\"error\":\"truncated\"}}");
        assertEquals(1, vectors(mustBeRefused));
        assertEquals(0, vectors(mustBeRefused.replace("0048", "00")));
        assertEquals(1, vectors(GOOD.replace("0048", "00")), "and bytes that must be read must not be refused");
    }

    @Test
    void aFamilyThatNobodyKnowsIsCounted() throws Exception {
        assertEquals(1, vectors(GOOD + GOOD.replace("ble.hrs", "ble.unheard-of")));
        assertEquals("1 passed, 0 failed, 1 unsupported", lines().get(lines().size() - 1));
    }

    @Test
    void aFileWithoutVectorsProvesNothing() throws Exception {
        assertEquals(1, vectors(""));
    }

    @Test
    void thePublicVectorsPass() {
        assumeTrue(Files.exists(PUBLIC), "the public byte vectors are not beside the repository: ../shared/vectors");
        assertEquals(0, vectors(PUBLIC), out::toString);
    }
}
