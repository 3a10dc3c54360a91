package io.maimen.simulator.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.maimen.simulator.wfdb.Annotation;
import io.maimen.simulator.wfdb.AnnotationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tables that bxb itself made of other detectors' beats come out of this evaluator number by number. */
class BaselineTablesTest {
    private static final Path ECG = Path.of("../../shared/ecg");
    private static final BeatMatcher MATCHER = new BeatMatcher(300 * 360, 54);

    @BeforeEach
    void recordsAreThere() {
        assumeTrue(
                Files.exists(ECG.resolve("baselines/annot")),
                "the MIT-BIH records and bxb's tables must be beside the project at ../shared/ecg but are not");
    }

    @Test
    void tableOfGqrsIsReproducedInAll24Records() throws IOException {
        Map<String, BeatTable> expected = tables("mitdb-dev-gqrs.txt");

        assertEquals(24, expected.size());
        assertEquals(expected, found("gqrs", expected));
    }

    /** The table beside the OSEA annotations is of another detector than they are: docs/decisions/0005. */
    @Test
    void tableOfOseaIsReproducedInTheSixRecordsWhereItIsOfTheSameBeats() throws IOException {
        Map<String, BeatTable> expected = tables("mitdb-dev-osea-cpp-rewrite.txt");
        Map<String, BeatTable> found = found("osea", expected);

        assertEquals(
                List.of("112", "115", "119", "122", "220", "230"),
                expected.keySet().stream()
                        .filter(name -> expected.get(name).equals(found.get(name)))
                        .toList());
    }

    private static Map<String, BeatTable> found(String detector, Map<String, BeatTable> of) throws IOException {
        Map<String, BeatTable> found = new LinkedHashMap<>();
        for (String name : of.keySet()) {
            List<Annotation> reference =
                    AnnotationReader.read(Files.readAllBytes(ECG.resolve("mitdb/" + name + ".atr")));
            List<Annotation> test =
                    AnnotationReader.read(Files.readAllBytes(ECG.resolve("baselines/annot/" + name + "." + detector)));
            found.put(name, MATCHER.match(reference, BeatMatcher.beats(test)).table());
        }
        return found;
    }

    /** Record, then the eleven counts in the order of {@link BeatTable}, then rates that follow from them. */
    private static Map<String, BeatTable> tables(String file) throws IOException {
        Map<String, BeatTable> tables = new LinkedHashMap<>();
        for (String line : Files.readAllLines(ECG.resolve("baselines/" + file))) {
            String[] words = line.strip().split("\\s+", -1);
            if (words[0].matches("\\d{3}")) {
                int[] n = IntStream.rangeClosed(1, 11)
                        .map(i -> Integer.parseInt(words[i]))
                        .toArray();
                tables.put(words[0], new BeatTable(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10]));
            }
        }
        return tables;
    }
}
