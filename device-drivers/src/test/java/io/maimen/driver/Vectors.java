package io.maimen.driver;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.maimen.observation.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Bytes of real devices and what they mean, where the collection of public vectors lies beside the repository. */
public final class Vectors {
    private static final Path FILE =
            Path.of(System.getProperty("maimen.home", ".."), "..", "shared", "vectors", "vectors.jsonl");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Vectors() {}

    /** One of them; {@code expect} is what its source says of the bytes. */
    public record Vector(String id, String family, Bytes bytes, JsonNode expect) {
        private static Vector of(JsonNode line) {
            return new Vector(
                    line.path("id").asText(),
                    line.path("family").asText(),
                    Bytes.of(HexFormat.of().parseHex(line.path("hex").asText())),
                    line.path("expect"));
        }
    }

    /**
     * A test for each vector of the families that begin with {@code prefix}. Without the collection it is one that says what
     * it skipped: a factory that gives up leaves no trace in the report.
     *
     * @param atLeast so many there must be: to read none is to test nothing
     */
    public static Stream<DynamicTest> of(String prefix, int atLeast, Consumer<Vector> check) throws IOException {
        if (!Files.exists(FILE)) {
            return Stream.of(DynamicTest.dynamicTest(
                    prefix + "*",
                    () -> abort("the public byte vectors " + prefix
                            + "* are skipped: not beside the repository is ../shared/vectors/vectors.jsonl")));
        }
        List<Vector> vectors = new ArrayList<>();
        for (String line : Files.readAllLines(FILE)) {
            Vector vector = Vector.of(JSON.readTree(line));
            if (vector.family().startsWith(prefix)) {
                vectors.add(vector);
            }
        }
        assertTrue(
                vectors.size() >= atLeast,
                "there must be " + atLeast + " vectors " + prefix + "* but there were " + vectors.size());
        return vectors.stream().map(vector -> DynamicTest.dynamicTest(vector.id(), () -> check.accept(vector)));
    }
}
