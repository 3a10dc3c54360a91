package io.maimen.simulator.conformance.vectors;

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
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Every family and key that any vector may use is read: what the public vectors do not show, vectors of our own do. */
class EveryKeyTest {
    private static final Path HOME = Path.of(System.getProperty("maimen.home", ".."));
    private static final Path SHARED = HOME.resolve("../shared/vectors");
    /** Written by hand from the protocols' descriptions: what the public ones leave out, special values above all. */
    private static final Path OWN = HOME.resolve("simulators/src/test/resources/vectors/own.jsonl");

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void vectorsOfOurOwnPass() {
        StringWriter out = new StringWriter();
        int code = new CommandLine(new VectorsCommand())
                .setOut(new PrintWriter(out, true))
                .execute(OWN.toString());
        assertEquals(0, code, out::toString);
    }

    @Test
    void everyFamilyHasItsReaderAndEveryKeyAVectorThatPasses() throws IOException {
        Path keys = SHARED.resolve("keys.json");
        assumeTrue(Files.exists(keys), "the list of keys is not beside the repository: ../shared/vectors");
        Map<String, Set<String>> shown = new TreeMap<>();
        for (Path file : List.of(SHARED.resolve("vectors.jsonl"), OWN)) {
            for (String line : Files.readAllLines(file)) {
                JsonNode vector = JSON.readTree(line);
                paths("", vector.path("expect"), shown.computeIfAbsent(text(vector, "family"), f -> new TreeSet<>()));
            }
        }
        Set<String> missing = new TreeSet<>();
        JSON.readTree(keys.toFile()).properties().forEach(family -> {
            assertTrue(Families.find(family.getKey()).isPresent(), family::getKey);
            family.getValue().path("keys").properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(key -> !Difference.RESTATED.contains(key.replaceAll(".*\\.", "")))
                    .filter(key ->
                            !shown.getOrDefault(family.getKey(), Set.of()).contains(key))
                    .forEach(key -> missing.add(family.getKey() + " " + key));
        });
        assertEquals(Set.of(), missing);
    }

    private static void paths(String path, JsonNode value, Set<String> paths) {
        if (value.isObject() && !path.isEmpty()) {
            paths.add(path);
        }
        if (value.isObject()) {
            String prefix = path.isEmpty() ? "" : path + ".";
            value.properties().forEach(entry -> paths(prefix + entry.getKey(), entry.getValue(), paths));
        } else if (value.isArray() && value.path(0).isObject()) {
            value.forEach(each -> paths(path + "[]", each, paths));
        } else {
            paths.add(path);
        }
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asText();
    }
}
