package io.maimen.driver.senml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.maimen.driver.Decoded;
import io.maimen.driver.DecodedFrame;
import io.maimen.driver.Vectors;
import io.maimen.driver.Vectors.Vector;
import io.maimen.observation.FrameField;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The examples of RFC 8428, where the collection of public vectors lies beside the repository. */
class SenmlVectorsTest {
    @TestFactory
    Stream<DynamicTest> theExamplesOfTheStandardAreReadAsItSays() throws IOException {
        return Vectors.of("senml.", 3, SenmlVectorsTest::check);
    }

    private static void check(Vector vector) {
        PackDecoder decoder = new PackDecoder(vector.family().endsWith("cbor") ? Format.CBOR : Format.JSON);
        byte[] bytes = vector.bytes().toArray();
        DecodedFrame frame = ((Decoded.Frame<DecodedFrame>) decoder.decode(ByteBuffer.wrap(bytes))).frame();
        JsonNode expect = vector.expect();
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
