package io.maimen.driver.astm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.maimen.driver.Decoded;
import io.maimen.driver.Vectors;
import io.maimen.driver.Vectors.Vector;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Bytes of real analysers, where the collection of public vectors lies beside the repository. */
class AstmVectorsTest {
    @TestFactory
    Stream<DynamicTest> bytesOfRealAnalysersAreReadAsTheirSourcesSay() throws IOException {
        return Vectors.of("astm.", 11, AstmVectorsTest::check);
    }

    private static void check(Vector vector) {
        JsonNode expect = vector.expect();
        Charset encoding = Charset.forName(expect.path("encoding").asText("UTF-8"));
        StreamReading reading = new StreamReading(vector.bytes().toArray(), encoding);
        if (expect.has("error")) {
            assertTrue(expect.path("error").asText().startsWith("checksum_mismatch"), "a class we map to AST-004");
            assertEquals("AST-004", reading.refusals.get(0));
            return;
        }
        assertEquals(List.of(), reading.refusals);
        if (expect.has("sequence")) {
            assertEquals(texts(expect.path("sequence")), reading.sequence);
        }
        if (expect.has("text")) {
            assertEquals(expect.path("text").asText(), reading.text.stripTrailing());
            assertEquals(expect.path("fn").asText(), reading.numbers);
            assertEquals(expect.path("terminator").asText(), reading.terminators.get(0));
        }
        if (expect.path("fields").isArray()) {
            assertEquals(
                    texts(expect.path("fields")),
                    reading.records
                            .get(0)
                            .fields()
                            .subList(0, expect.path("fields").size()));
        }
        if (expect.has("record_types")) {
            assertEquals(expect.path("record_types").asText(), String.join("", reading.types()));
        }
        if (expect.has("frame_numbers")) {
            assertEquals(expect.path("frame_numbers").asText(), reading.numbers);
            assertEquals(texts(expect.path("terminators")), reading.terminators);
        }
        if (expect.path("records").isArray() && expect.has("checksum_ok")) {
            assertEquals(
                    texts(expect.path("records")), reading.text.strip().lines().toList());
        } else if (expect.path("records").isArray()) {
            assertEquals(texts(expect.path("records")), reading.types());
        }
        if (expect.has("results")) {
            checkMessage(expect, reading);
        }
    }

    private static void checkMessage(JsonNode expect, StreamReading reading) {
        assertEquals(expect.path("delimiters").asText(), reading.text.substring(1, 5));
        assertEquals(expect.path("sender").asText(), reading.all("H").get(0).field(5));
        assertEquals(
                expect.path("message_datetime").asText("").replace("null", ""),
                reading.all("H").get(0).field(14));
        AstmRecord order = reading.all("O").get(0);
        assertEquals(expect.path("specimen_id").asText(), order.field(3) + order.field(4));
        List<AstmRecord> results = reading.all("R");
        assertEquals(expect.path("result_count").asInt(), results.size());
        for (int i = 0; i < expect.path("results").size(); i++) {
            JsonNode result = expect.path("results").get(i);
            AstmRecord read = results.get(i);
            assertEquals(
                    List.of("seq", "test", "value", "unit", "flag", "status", "completed").stream()
                            .map(key -> result.path(key).asText().replace("null", ""))
                            .toList(),
                    Stream.of(2, 3, 4, 5, 7, 9, 13).map(read::field).toList());
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    /** A captured stream through the line reader and the record reader, without the rules of a session. */
    private static final class StreamReading {
        final List<String> sequence = new ArrayList<>();
        final List<String> refusals = new ArrayList<>();
        final List<String> terminators = new ArrayList<>();
        final List<AstmRecord> records = new ArrayList<>();
        String numbers = "";
        String text = "";

        StreamReading(byte[] stream, Charset encoding) {
            LineReader line = new LineReader(65_536);
            StringBuilder texts = new StringBuilder();
            for (byte value : stream) {
                for (LineUnit unit : line.read(value)) {
                    add(unit, texts, encoding);
                }
            }
            text = texts.toString();
            Delimiters delimiters = text.startsWith("H|") && text.length() > 5
                    ? ((Decoded.Frame<Delimiters>) Delimiters.ofHeader(text)).frame()
                    : Delimiters.USUAL;
            for (String part : text.lines().toList()) {
                records.add(AstmRecord.of(part, delimiters, encoding));
            }
        }

        private void add(LineUnit unit, StringBuilder texts, Charset encoding) {
            if (unit instanceof LineUnit.WholeFrame whole) {
                Decoded<Lis01Frame> decoded = Lis01Frame.decode(whole.bytes().toArray());
                if (decoded instanceof Decoded.Frame<Lis01Frame> frame) {
                    numbers += frame.frame().number();
                    sequence.add("FRAME" + frame.frame().number());
                    terminators.add(frame.frame().last() ? "ETX" : "ETB");
                    texts.append(new String(frame.frame().text().toArray(), encoding));
                } else {
                    refusals.add(((Decoded.Refused<Lis01Frame>) decoded).error().code());
                }
            } else {
                sequence.add(
                        unit instanceof LineUnit.Enquiry
                                ? "ENQ"
                                : unit instanceof LineUnit.EndOfTransmission ? "EOT" : unit.toString());
            }
        }

        List<String> types() {
            return records.stream()
                    .map(AstmRecord::type)
                    .filter(type -> !type.isEmpty())
                    .toList();
        }

        List<AstmRecord> all(String type) {
            return records.stream()
                    .filter(astmRecord -> astmRecord.type().equals(type))
                    .toList();
        }
    }
}
