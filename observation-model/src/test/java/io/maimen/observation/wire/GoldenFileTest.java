package io.maimen.observation.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.maimen.observation.fact.Fact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The bytes of version 1 as they were when it was made. Gateways in the field and old logs hold them for ever. */
class GoldenFileTest {
    private static final Path GOLDEN = Path.of("src/test/resources/wire/v1");
    private static final Path ACTUAL = Path.of("target/wire/v1");
    private static final int HEX_DIGITS_A_LINE = 96;

    @TestFactory
    Stream<DynamicTest> theBytesOfVersion1NeverChange() {
        return WireSamples.encoded().entrySet().stream()
                .map(sample -> DynamicTest.dynamicTest(
                        sample.getKey(), () -> assertUnchanged(sample.getKey() + ".cbor.hex", hex(sample.getValue()))));
    }

    @TestFactory
    Stream<DynamicTest> theJsonOfVersion1NeverChanges() {
        return WireSamples.observations().entrySet().stream()
                .map(sample -> DynamicTest.dynamicTest(
                        sample.getKey(),
                        () -> assertUnchanged(
                                sample.getKey() + ".json",
                                indented(new ObservationCodec().toJson(sample.getValue())))));
    }

    @TestFactory
    Stream<DynamicTest> bytesAndJsonOfVersion1AreStillRead() {
        return WireSamples.observations().entrySet().stream()
                .map(sample -> DynamicTest.dynamicTest(sample.getKey(), () -> {
                    ObservationCodec codec = new ObservationCodec();
                    assertEquals(sample.getValue(), codec.fromCbor(golden(sample.getKey())));
                    assertEquals(
                            sample.getValue(),
                            codec.fromJson(Files.readString(GOLDEN.resolve(sample.getKey() + ".json"))));
                }));
    }

    @Test
    void messagesAndLogRecordsOfVersion1AreStillRead() throws IOException, WireException {
        assertEquals(WireSamples.envelope(), new EnvelopeCodec().fromCbor(golden("envelope")));
        assertEquals(WireSamples.signedEnvelope(), new EnvelopeCodec().fromCbor(golden("envelope-signed")));
        assertEquals(WireSamples.receipt(), new ReceiptCodec().fromCbor(golden("receipt")));
        assertEquals(WireSamples.desired(), new DesiredStateCodec().fromCbor(golden("desired-state")));
        assertEquals(WireSamples.signedState(), new SignedStateCodec().fromCbor(golden("signed-state")));
        assertEquals(WireSamples.reported(), new ReportedCodec().fromCbor(golden("reported")));
        assertEquals(WireSamples.outboxEntry(), new OutboxEntryCodec().fromCbor(golden("outbox-entry")));
        assertEquals(
                WireSamples.RESULT_FRAME_WITH_FIELDS.fields(), new FrameFieldsCodec().fromCbor(golden("frame-fields")));
        for (Map.Entry<String, Fact> fact : WireSamples.facts().entrySet()) {
            assertEquals(fact.getValue(), new FactCodec().fromCbor(golden(fact.getKey())));
        }
    }

    /** Before items were kept to the byte the log held the observation itself. */
    @Test
    void anObservationOfTheFirstLogsIsStillReadAndUnproved() throws IOException, WireException {
        assertEquals(
                FactCodec.unproved(WireSamples.glucose(), WireSamples.GATEWAY, WireSamples.SERVER_TIME),
                new FactCodec().fromCbor(golden("fact-observed")));
    }

    private static byte[] golden(String name) throws IOException {
        String hex = Files.readString(GOLDEN.resolve(name + ".cbor.hex"));
        return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }

    private static void assertUnchanged(String name, String actual) throws IOException {
        Files.createDirectories(ACTUAL);
        Files.writeString(ACTUAL.resolve(name), actual);
        Path golden = GOLDEN.resolve(name);
        assertEquals(
                Files.exists(golden) ? Files.readString(golden) : "",
                actual,
                () -> golden
                        + " must stay as it is: peers and logs of version 1 hold such bytes. A new optional field is left"
                        + " out where there is nothing to say, so that these bytes stay; give it a sample of its own (its"
                        + " bytes are in " + ACTUAL
                        + "). What a reader must not miss is version 2: let the reader take 1"
                        + " and 2, keep wire/v1 for reading, write wire/v2 and say so in docs/wire.md.");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes).replaceAll("(.{" + HEX_DIGITS_A_LINE + "})(?=.)", "$1\n") + "\n";
    }

    private static String indented(String json) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        ObjectMapper mapper = new ObjectMapper();
        return new String(mapper.writer(printer).writeValueAsBytes(mapper.readTree(json)), StandardCharsets.UTF_8)
                + "\n";
    }
}
