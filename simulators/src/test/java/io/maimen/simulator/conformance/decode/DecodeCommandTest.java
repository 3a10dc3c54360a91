package io.maimen.simulator.conformance.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DecodeCommandTest {
    private static final String HEART_RATE = "00002a37-0000-1000-8000-00805f9b34fb";

    private final Clock clock = Clock.fixed(Instant.parse("2025-03-01T12:00:00Z"), ZoneOffset.UTC);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int decode(String... arguments) {
        return new CommandLine(new DecodeCommand(clock))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }

    @Test
    void aDecoderShowsTheFieldsOfAFrame() {
        assertEquals(0, decode("heart-rate.measurement", "--hex", "00 48"));
        assertTrue(
                lines().get(0)
                        .endsWith(
                                "{\"name\":\"heart rate\",\"value\":\"72\",\"unit\":\"/min\",\"offset\":1,\"length\":1}]}"),
                lines()::toString);
    }

    @Test
    void aDriverTellsWhatItReadAndWhatItAnswers() {
        assertEquals(0, decode("heart-rate", "--channel", HEART_RATE, "--hex", "0048"));
        assertTrue(lines().contains("{\"subscribe\":\"" + HEART_RATE + "\"}"), lines()::toString);
        assertEquals(1, heartRates().size(), lines()::toString);
    }

    @Test
    void aRefusalIsShownWithItsReasonAndFails() {
        assertEquals(1, decode("heart-rate.measurement", "--hex", "00"));
        assertTrue(lines().get(0).startsWith("{\"refused\":\"GATT-001\",\"offset\":1,"), lines()::toString);
    }

    @Test
    void aTraceIsReadWhereTheDeviceSpeaks(@TempDir Path directory) throws Exception {
        Path trace = Files.writeString(directory.resolve("trace.jsonl"), """
                {"time":"2025-03-01T12:00:00Z","direction":"h2d","channel":"x","hex":"FF"}
                {"time":"2025-03-01T12:00:01Z","direction":"d2h","channel":"%s","hex":"0048"}
                """.formatted(HEART_RATE));
        assertEquals(0, decode("heart-rate", "--trace", trace.toString()));
        assertEquals(1, heartRates().size(), lines()::toString);
    }

    private List<String> heartRates() {
        return lines().stream()
                .filter(line -> line.startsWith("{\"observation\":{") && line.contains("\"mdc:147842\""))
                .toList();
    }

    @Test
    void withoutANameTheNamesAreListed() {
        assertEquals(0, decode());
        assertTrue(lines().contains("heart-rate: heart-rate.measurement"), lines()::toString);
    }

    @Test
    void badArgumentsAreNamed() {
        assertEquals(2, decode("no-such-thing", "--hex", "00"));
        assertTrue(err.toString().contains("NAME must be a decoder or a driver but was no-such-thing"), err::toString);
        assertEquals(2, decode("heart-rate"));
    }
}
