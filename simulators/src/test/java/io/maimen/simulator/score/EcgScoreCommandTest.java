package io.maimen.simulator.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.maimen.simulator.SimulatorException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A record of a minute with a beat each 0.8 s, drawn as a triangle of 40 ms and 1 mV; one of its beats is not annotated. */
class EcgScoreCommandTest {
    private static final int RATE_HZ = 250;
    private static final int SECONDS = 60;
    private static final int BETWEEN = 200;
    private static final int NOT_ANNOTATED = 50 * BETWEEN;
    private static final int NORMAL = 1;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeRecord() throws IOException {
        Files.writeString(folder.resolve("r.hea"), "r 1 250 14900\r\nr.dat 16 200(0) 11 0 0 0 0 MLII\r\n");
        ByteArrayOutputStream samples = new ByteArrayOutputStream();
        for (int i = 0; i < RATE_HZ * SECONDS - BETWEEN / 2; i++) {
            int away = Math.abs((i + BETWEEN / 2) % BETWEEN - BETWEEN / 2);
            int value = Math.max(0, 200 - 40 * away);
            samples.write(value & 0xFF);
            samples.write(value >> 8);
        }
        Files.write(folder.resolve("r.dat"), samples.toByteArray());
        ByteArrayOutputStream annotations = new ByteArrayOutputStream();
        int last = 0;
        for (int beat = BETWEEN; beat < RATE_HZ * SECONDS; beat += BETWEEN) {
            if (beat != NOT_ANNOTATED) {
                int word = NORMAL << 10 | beat - last;
                annotations.write(word & 0xFF);
                annotations.write(word >> 8);
                last = beat;
            }
        }
        annotations.write(0);
        annotations.write(0);
        Files.write(folder.resolve("r.atr"), annotations.toByteArray());
    }

    @Test
    void beatThatNobodyAnnotatedIsAnExtraOne() throws IOException {
        JsonNode score = json("qrs", "--records", folder.toString(), "--from", "10", "--json");

        assertEquals(61, score.at("/records/0/beats").asInt());
        assertEquals(100.0, score.at("/gross/se").asDouble());
        assertEquals(98.39, score.at("/gross/ppv").asDouble(), "61 of 62");
        assertEquals(0, score.at("/decisionsAcrossGap").asInt());
        assertTrue(score.at("/latencyMs/p99").asDouble() <= 500);
        assertTrue(score.at("/samplesPerSecond/detect").asLong() > 0);
    }

    @Test
    void lostFramesLoseTheirBeatsAndNoIntervalReachesAcross() throws IOException {
        JsonNode score =
                json("qrs", "--records", folder.toString(), "--from", "10", "--drop", "20", "--seed", "3", "--json");

        assertTrue(score.at("/gross/se").asDouble() < 95, score.toString());
        assertEquals(100.0, score.at("/farFromGap/se").asDouble());
        assertEquals(0, score.at("/decisionsAcrossGap").asInt());
    }

    @Test
    void recordOfAnotherRateAndBandIsMadeFirst() throws IOException {
        JsonNode score = json(
                "qrs",
                "--records",
                folder.toString(),
                "--from",
                "10",
                "--resample",
                "130",
                "--band",
                "0.7-40",
                "--json");

        assertEquals(100.0, score.at("/gross/se").asDouble());
    }

    @Test
    void steadyRecordIsNoFibrillation() throws IOException {
        JsonNode score = json("af", "--records", folder.toString(), "--from", "10", "--json");

        assertEquals(100.0, score.at("/sp").asDouble());
        assertTrue(score.at("/se").isNull(), "nothing to find");
    }

    @Test
    void beatsThatOthersFoundAreEnough() throws IOException {
        Files.copy(folder.resolve("r.atr"), folder.resolve("r.qrs"));

        JsonNode score = json("af", "--annotations", folder.toString(), "--rate", "250", "--from", "10", "--json");

        assertEquals(100.0, score.at("/sp").asDouble());
    }

    @Test
    void shortRecordingsAreHeldAgainstLabels() throws IOException {
        Path labels = Files.writeString(folder.resolve("labels.csv"), "r,A\n");

        JsonNode score = json("cinc", "--records", folder.toString(), "--labels", labels.toString(), "--json");

        assertEquals(0.0, score.at("/se").asDouble(), "labelled wrongly on purpose");
        assertEquals(0.0, score.at("/undecided").asDouble());
    }

    @Test
    void strapsIntervalsAreComparedWithOurs() throws IOException {
        StringBuilder csv = new StringBuilder("time_unix_ns,ecg_mV,hr_bpm,rr_ms\n");
        for (int i = 0; i < RATE_HZ * SECONDS; i++) {
            int away = Math.abs((i + BETWEEN / 2) % BETWEEN - BETWEEN / 2);
            // Told 100 ms after each beat, once the analysis has learned; the strap is wrong by 15 ms once.
            boolean told = i > 5 * BETWEEN && i % BETWEEN == RATE_HZ / 10;
            String interval = !told ? "" : i / BETWEEN == 40 ? "815" : "800";
            csv.append(1_700_000_000_000_000_000L + i * 4_000_000L)
                    .append(',')
                    .append(Math.max(0, 200 - 40 * away) / 200.0)
                    .append(',')
                    .append(told ? "75," : ",")
                    .append(interval)
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("strap.csv"), csv);

        JsonNode score = json("strap", "--csv", file.toString(), "--json");

        assertEquals(69, score.at("/compared").asInt(), score.toString());
        assertEquals(98.55, score.at("/rrWithin10ms").asDouble(), "68 of 69");
        assertEquals(0, score.at("/flagged").asInt());
    }

    @Test
    void tableSaysWhatItIsFor() {
        StringWriter out = new StringWriter();
        assertEquals(0, command(out).execute("qrs", "--records", folder.toString(), "--from", "10"));

        assertTrue(out.toString().contains("For review by a doctor, not a diagnosis."), out.toString());
    }

    @Test
    void folderWithoutAnnotatedRecordsIsRefused(@TempDir Path empty) {
        CommandLine command = command(new StringWriter());
        command.setExecutionExceptionHandler((failure, line, parsed) -> {
            assertTrue(failure instanceof SimulatorException, failure.toString());
            assertTrue(failure.getMessage().startsWith("CLI-040 --records must be a folder of WFDB records"));
            return 2;
        });

        assertEquals(2, command.execute("qrs", "--records", empty.toString()));
    }

    private static JsonNode json(String... arguments) throws IOException {
        StringWriter out = new StringWriter();
        assertEquals(0, command(out).execute(arguments));
        return new ObjectMapper().readTree(out.toString());
    }

    private static CommandLine command(StringWriter out) {
        return EcgScoreCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(new StringWriter(), true));
    }
}
