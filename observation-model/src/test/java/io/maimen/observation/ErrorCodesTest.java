package io.maimen.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever reads a code of ours in a log finds it in docs/error-codes.md, and nothing there is dead. */
class ErrorCodesTest {
    private static final Path LIST = Path.of(System.getProperty("maimen.home", ".."), "docs", "error-codes.md");
    private static final Path SOURCES = Path.of("src", "main", "java");

    @Test
    void theListHoldsExactlyTheCodesThatTheWordsRefuseWith() throws IOException {
        SortedSet<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                used.addAll(found("\"((?:OBS|WIRE)-[0-9]{3})\\b", Files.readString(file)));
            }
        }
        assertTrue(used.size() > 30, "the search must find the codes");
        assertEquals(used, found("(?m)^\\| ((?:OBS|WIRE)-[0-9]{3}) ", Files.readString(LIST)));
    }

    private static SortedSet<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
