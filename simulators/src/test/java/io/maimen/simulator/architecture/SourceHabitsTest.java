package io.maimen.simulator.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Habits that only the source text shows. */
class SourceHabitsTest {
    private static final int LONGEST_FILE_LINES = 500;
    private static final Pattern LEFT_FOR_LATER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");
    private static final Pattern CATCHES_EVERYTHING = Pattern.compile("catch \\((final )?(Exception|Throwable) ");

    private static final List<Path> SOURCES = House.MODULES.stream()
            .flatMap(module -> javaFiles(House.directoryOf(module).resolve("src")))
            .toList();

    @Test
    void thereAreSources() {
        assertTrue(SOURCES.size() > 80, "sources must be found below maimen.home but were " + SOURCES.size());
    }

    @Test
    void noFileIsTooLongToRead() {
        List<String> tooLong = SOURCES.stream()
                .filter(source -> lines(source).size() > LONGEST_FILE_LINES)
                .map(source -> source + " has " + lines(source).size() + " lines")
                .toList();
        assertEquals(
                List.of(),
                tooLong,
                "files must have at most " + LONGEST_FILE_LINES + " lines; find the second thought in them");
    }

    @Test
    void nothingIsLeftForLaterInAComment() {
        assertEquals(List.of(), placesOf(LEFT_FOR_LATER), "open work belongs in the issues, where somebody finds it");
    }

    @Test
    void whoCatchesEverythingSaysWhy() {
        List<String> silent = SOURCES.stream()
                .flatMap(source -> {
                    List<String> lines = lines(source);
                    return IntStream.range(0, lines.size())
                            .filter(i ->
                                    CATCHES_EVERYTHING.matcher(lines.get(i)).find())
                            .filter(i -> lines.subList(Math.max(0, i - 1), Math.min(lines.size(), i + 2)).stream()
                                    .noneMatch(line -> line.contains("//")))
                            .mapToObj(i -> place(source, i));
                })
                .toList();
        assertEquals(List.of(), silent, "a catch of everything must have a comment with its reason beside it");
    }

    private static List<String> placesOf(Pattern pattern) {
        return SOURCES.stream()
                .flatMap(source -> {
                    List<String> lines = lines(source);
                    return IntStream.range(0, lines.size())
                            .filter(i -> pattern.matcher(lines.get(i)).find())
                            .mapToObj(i -> place(source, i));
                })
                .toList();
    }

    private static String place(Path source, int line) {
        return source + ":" + (line + 1);
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path source) {
        try {
            return Files.readAllLines(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
