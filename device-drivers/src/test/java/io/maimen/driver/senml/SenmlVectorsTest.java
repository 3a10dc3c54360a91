package io.maimen.driver.senml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.maimen.driver.Decoded;
import io.maimen.driver.DecodedFrame;
import io.maimen.observation.FrameField;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The examples of RFC 8428, where the collection of public vectors lies beside the repository. */
class SenmlVectorsTest {
    private static final Path VECTORS =
            Path.of(System.getProperty("maimen.home", ".."), "..", "shared", "vectors", "vectors.jsonl");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A test of its own, because a factory that gives up leaves no trace in the report. */
    @Test
    void theVectorsAreThere() {
        assumeTrue(
                Files.exists(VECTORS),
                "the public byte vectors are not beside the repository: ../shared/vectors/vectors.jsonl");
    }

    @TestFactory
    Stream<DynamicTest> theExamplesOfTheStandardAreReadAsItSays() throws IOException {
        if (!Files.exists(VECTORS)) {
            return Stream.empty();
        }
        List<JsonNode> vectors = new ArrayList<>();
        for (String line : Files.readAllLines(VECTORS)) {
            JsonNode vector = JSON.readTree(line);
            if (vector.path("family").asText().startsWith("senml.")) {
                vectors.add(vector);
            }
        }
        assertTrue(vectors.size() > 2, "vectors of the family senml must be there");
        return vectors.stream()
                .map(vector -> DynamicTest.dynamicTest(vector.path("id").asText(), () -> check(vector)));
    }

    private static void check(JsonNode vector) {
        PackDecoder decoder =
                new PackDecoder(vector.path("family").asText().endsWith("cbor") ? Format.CBOR : Format.JSON);
        byte[] bytes = HexFormat.of().parseHex(vector.path("hex").asText());
        DecodedFrame frame = ((Decoded.Frame<DecodedFrame>) decoder.decode(ByteBuffer.wrap(bytes))).frame();
        JsonNode expect = vector.path("expect");
        long count = frame.fields().stream()
                .filter(field -> field.name().endsWith("].n"))
                .count();
        assertEquals(expect.path("count").asLong(), count);
        for (int i = 0; i < expect.path("resolved").size(); i++) {
            check(frame, i, expect.path("resolved").get(i));
        }
        check(frame, (int) count - 1, expect.path("last"));
    }

    private static void check(DecodedFrame frame, int record, JsonNode expect) {
        expect.properties().forEach(entry -> {
            Optional<String> value =
                    frame.field("[" + record + "]." + entry.getKey()).map(FrameField::value);
            if (entry.getValue().isNull()) {
                assertEquals(Optional.empty(), value, entry.getKey());
            } else if (entry.getValue().isNumber()) {
                BigDecimal expected = new BigDecimal(entry.getValue().asText());
                assertEquals(0, expected.compareTo(new BigDecimal(value.orElseThrow())), value + " is " + expected);
            } else {
                assertEquals(Optional.of(entry.getValue().asText()), value);
            }
        });
    }
}
