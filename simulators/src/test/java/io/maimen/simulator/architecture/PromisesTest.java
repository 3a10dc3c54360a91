package io.maimen.simulator.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the pages that name tests to the tests that exist: a promise whose proof was renamed away is no promise. */
class PromisesTest {
    private static final Path HOME = Path.of(System.getProperty("maimen.home", ".."));
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+(?:Test|IT|Contract))(?:#(\\w+))?`");
    private static final int FEWEST_NAMES = 15;

    @Test
    void everyTestThatProvesAPromiseExists() throws IOException {
        assertEquals(List.of(), missing(HOME.resolve("docs/promises.md")));
    }

    @Test
    void everyTestThatControlsAHazardExists() throws IOException {
        assertEquals(List.of(), missing(HOME.resolve("docs/hazards.md")));
    }

    private static List<String> missing(Path page) throws IOException {
        Map<String, String> sources = testSources();
        List<MatchResult> named =
                NAMED.matcher(Files.readString(page)).results().toList();
        assertTrue(named.size() >= FEWEST_NAMES, page + " must name its tests but named " + named.size());
        return named.stream()
                .filter(name -> !exists(name, sources))
                .map(MatchResult::group)
                .toList();
    }

    private static boolean exists(MatchResult name, Map<String, String> sources) {
        String source = sources.getOrDefault(name.group(1), "");
        return !source.isEmpty() && (name.group(2) == null || source.contains(" " + name.group(2) + "("));
    }

    private static Map<String, String> testSources() throws IOException {
        try (Stream<Path> files = Files.walk(HOME)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/test/java/"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            PromisesTest::text,
                            (one, other) -> one + other));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
